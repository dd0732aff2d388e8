using System.Text.Json.Serialization.Metadata;

namespace Spark.Plugins.Catalog;

/// <summary>Something of which the operator configures instances.</summary>
internal interface IInstanceOffer<TServices, TInstance> : IOffer
{
    JsonTypeInfo Settings { get; }

    /// <summary>Reads settings; what comes back makes the instance.</summary>
    Func<TServices, TInstance> Bind(byte[] utf8Json);
}
