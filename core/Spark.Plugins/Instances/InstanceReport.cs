using Spark.Engine.Reading;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Instances;

/// <summary>A channel instance, a connection or an action: what it is, and how it stands.</summary>
public sealed record InstanceReport
{
    /// <summary>Its name in the environment; an action's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required InstanceKind Kind { get; init; }

    /// <summary>The id of the offer that it is an instance of.</summary>
    public required string Plugin { get; init; }

    /// <summary>The bot that answers on a channel instance.</summary>
    public string? Bot { get; init; }

    /// <summary>How it stands.</summary>
    public required PluginStatus Status { get; init; }

    /// <summary>Why it does not work, in a sentence; null when it does.</summary>
    public string? Reason { get; init; }

    /// <summary>All that is wrong with its configuration, each with code, place and remedy.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
