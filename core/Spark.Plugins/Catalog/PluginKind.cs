namespace Spark.Plugins.Catalog;

/// <summary>What a plugin offers, and the name of the folder that it lies in.</summary>
public enum PluginKind
{
    /// <summary>Channels.</summary>
    Channel,

    /// <summary>Offload providers.</summary>
    OffloadProvider,

    /// <summary>Actions.</summary>
    Action,

    /// <summary>Understanding providers.</summary>
    Understanding,
}
