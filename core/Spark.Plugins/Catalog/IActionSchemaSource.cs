using System.Text.Json.Serialization.Metadata;

namespace Spark.Plugins.Catalog;

/// <summary>An offer that knows the types of a step's fields and of its result.</summary>
internal interface IActionSchemaSource : IOffer
{
    JsonTypeInfo Input { get; }

    JsonTypeInfo Output { get; }
}
