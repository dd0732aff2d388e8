using System.Text.Json.Serialization.Metadata;

namespace Spark.Plugins.Catalog;

/// <summary>An offer that knows the type of a step's fields.</summary>
internal interface IActionSchemaSource : IOffer
{
    JsonTypeInfo Input { get; }
}
