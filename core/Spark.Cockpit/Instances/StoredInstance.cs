using Spark.Plugins.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>A channel instance or connection as the database keeps it.</summary>
internal sealed record StoredInstance
{
    public required InstanceKind Kind { get; init; }

    /// <summary>The id of what a plugin offers.</summary>
    public required string Plugin { get; init; }

    /// <summary>The bot that answers on a channel instance.</summary>
    public string? Bot { get; init; }

    /// <summary>True when it may connect to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>The key that its settings were sealed with.</summary>
    public required string KeyId { get; init; }

    /// <summary>Its settings, as JSON, sealed: any of them may be a secret.</summary>
    public required byte[] Settings { get; init; }
}
