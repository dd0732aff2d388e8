using Spark.Engine.Definitions;

namespace Spark.Plugins.Environments;

/// <summary>A connection, as the operator wrote it.</summary>
public sealed record ConnectionConfig
{
    /// <summary>The name that bots use.</summary>
    public required string Name { get; init; }

    /// <summary>The id of what a plugin offers.</summary>
    public required string Plugin { get; init; }

    /// <summary>True when it may connect to private addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>False when the operator has switched it off.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>When it takes conversations; null for always.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>Where it stands.</summary>
    public SourceLocation At { get; init; }

    /// <summary>Its settings, secrets unresolved.</summary>
    internal SettingNode Settings { get; init; } = SettingNode.EmptyMapping;
}
