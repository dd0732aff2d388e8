using Spark.Engine.Definitions;

namespace Spark.Plugins.Environments;

/// <summary>A channel instance, as the operator wrote it.</summary>
public sealed record ChannelConfig
{
    /// <summary>Its stable id.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the channel that a plugin offers.</summary>
    public required string Plugin { get; init; }

    /// <summary>The bot that answers on it.</summary>
    public required string Bot { get; init; }

    /// <summary>The fixed public paths that it is given.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>True when it may connect to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Where it stands.</summary>
    public SourceLocation At { get; init; }

    /// <summary>Its settings, secrets unresolved.</summary>
    internal SettingNode Settings { get; init; } = SettingNode.EmptyMapping;
}
