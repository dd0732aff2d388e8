using Spark.Offload;

namespace Spark.Engine.Definitions;

/// <summary>A connection that a bot names and an environment binds.</summary>
public sealed record ConnectionDefinition
{
    /// <summary>The name that the bot uses.</summary>
    public required string Name { get; init; }

    /// <summary>The id of what a plugin offers.</summary>
    public required string Plugin { get; init; }

    /// <summary>What happens to a conversation that it takes; null when it is no offload provider, or no plugin of that id is installed.</summary>
    public OffloadKind? Offload { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourceLocation At { get; init; }
}
