namespace Spark.Engine.Definitions;

/// <summary>Sets variables within an action dialog.</summary>
public sealed record SetDeed : Deed
{
    /// <summary>The assignments, in order; a later one sees the earlier ones.</summary>
    public required IReadOnlyList<Assignment> Assignments { get; init; }
}
