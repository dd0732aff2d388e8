namespace Spark.Engine.Definitions;

/// <summary>Runs an action dialog.</summary>
public sealed record RunStep : Step
{
    /// <summary>The action dialog's id.</summary>
    public required string Action { get; init; }

    /// <summary>Its inputs.</summary>
    public IReadOnlyList<Assignment> With { get; init; } = [];

    /// <summary>Where each outcome goes.</summary>
    public required IReadOnlyDictionary<string, Target> Then { get; init; }
}
