namespace Spark.Engine.Definitions;

/// <summary>Goes to a dialog and comes back.</summary>
public sealed record VisitStep : Step
{
    /// <summary>The dialog's id.</summary>
    public required string Dialog { get; init; }

    /// <summary>What the dialog is given.</summary>
    public IReadOnlyList<Assignment> With { get; init; } = [];

    /// <summary>Variables that take something of the dialog's results when it comes back.</summary>
    public IReadOnlyList<Assignment> Save { get; init; } = [];
}
