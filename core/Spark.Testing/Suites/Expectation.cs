using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Testing.Suites;

/// <summary>What must hold when a conversation is over.</summary>
internal sealed record Expectation
{
    /// <summary>How often connections and actions were called, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Calls { get; init; } = [];

    /// <summary>The values of variables; undefined for one that must have none.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Variables { get; init; } = [];

    /// <summary>How the last episode ended: resolved, escalated, abandoned or failed; <c>no</c> when it must be open; null for whatever.</summary>
    public string? Ended { get; init; }

    /// <summary>Where it stands.</summary>
    public SourceLocation At { get; init; }
}
