namespace Spark.Actions.Pause;

/// <summary>The step's fields.</summary>
internal sealed record PauseInput
{
    /// <summary>How long, such as <c>2s</c>.</summary>
    public required string Pause { get; init; }
}
