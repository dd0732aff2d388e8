using Spark.Channels;

namespace Spark.Runtime.Channels;

/// <summary>A channel instance that runs: what the operator configured, and what its plugin can do.</summary>
public sealed record ChannelInstance
{
    /// <summary>The stable id, which is its name in the environment.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the channel that a plugin offers.</summary>
    public required string Channel { get; init; }

    /// <summary>The bot that answers on it.</summary>
    public required string Bot { get; init; }

    /// <summary>What it can do.</summary>
    public required ChannelCapabilities Capabilities { get; init; }
}
