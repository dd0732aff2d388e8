namespace Spark.Engine.Definitions;

/// <summary>Goes to a dialog and comes back.</summary>
public sealed record VisitStep : Step
{
    /// <summary>The dialog's id.</summary>
    public required string Dialog { get; init; }
}
