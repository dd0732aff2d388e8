namespace Spark.Plugins.Catalog;

/// <summary>One thing that a plugin offers.</summary>
internal interface IOffer
{
    PluginOffer Description { get; }
}
