namespace Spark.Engine.Definitions;

/// <summary>Goes to a dialog for good.</summary>
public sealed record GotoStep : Step
{
    /// <summary>The dialog's id.</summary>
    public required string Dialog { get; init; }
}
