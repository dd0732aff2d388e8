using Spark.Engine.Reading;

namespace Spark.Plugins.Catalog;

/// <summary>One installed version of a plugin: what it is, and how it stands.</summary>
public sealed record PluginReport
{
    /// <summary>Its id: the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Its version: the folder's name.</summary>
    public required string Version { get; init; }

    /// <summary>The kind of the folder that it lies in.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Its name for people; the id where the manifest cannot be read.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Where it lies.</summary>
    public required string Folder { get; init; }

    /// <summary>The lowest contract version that it needs.</summary>
    public Version? Contracts { get; init; }

    /// <summary>The public paths that it would like to be given.</summary>
    public IReadOnlyList<string> WishedPaths { get; init; } = [];

    /// <summary>True when somebody has switched it off.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>How it stands.</summary>
    public required PluginStatus Status { get; init; }

    /// <summary>Why it does not run, in a sentence; null when it does.</summary>
    public string? Reason { get; init; }

    /// <summary>All that is wrong with it, each with code, place and remedy.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What it offers, while it runs.</summary>
    public IReadOnlyList<PluginOffer> Offers { get; init; } = [];
}
