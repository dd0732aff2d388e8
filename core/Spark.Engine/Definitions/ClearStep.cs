namespace Spark.Engine.Definitions;

/// <summary>Forgets variables.</summary>
public sealed record ClearStep : Step
{
    /// <summary>The variables' names.</summary>
    public required IReadOnlyList<string> Variables { get; init; }
}
