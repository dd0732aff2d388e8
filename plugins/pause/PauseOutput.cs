namespace Spark.Actions.Pause;

/// <summary>What expressions of the step see.</summary>
internal sealed record PauseOutput
{
    /// <summary>The duration as it was given.</summary>
    public required string Waited { get; init; }
}
