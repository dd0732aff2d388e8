namespace Spark.Actions.Log;

/// <summary>What expressions of the step see.</summary>
internal sealed record LogOutput
{
    /// <summary>The line as it was written.</summary>
    public required string Logged { get; init; }
}
