namespace Spark.Engine.Definitions;

/// <summary>Sets variables.</summary>
public sealed record SetStep : Step
{
    /// <summary>The assignments, in order; a later one sees the earlier ones.</summary>
    public required IReadOnlyList<Assignment> Assignments { get; init; }
}
