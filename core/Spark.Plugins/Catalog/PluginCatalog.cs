using Spark.Engine.Reading;
using Spark.Plugins.Instances;

namespace Spark.Plugins.Catalog;

/// <summary>What is installed and how it stands, at one moment. Immutable.</summary>
public sealed record PluginCatalog
{
    /// <summary>All installed versions of plugins, by kind, id and version (the highest first).</summary>
    public required IReadOnlyList<PluginReport> Plugins { get; init; }

    /// <summary>The channel instances and connections of the environment and the actions of the plugins, in that order.</summary>
    public required IReadOnlyList<InstanceReport> Instances { get; init; }

    /// <summary>What is wrong with the folders as such.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the running plugins offer, for the checker of bots.</summary>
    public required InstalledOffers Offers { get; init; }
}
