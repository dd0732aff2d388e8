namespace Spark.Actions.JsonEvent;

/// <summary>What expressions of the step see.</summary>
internal sealed record JsonEventOutput
{
    /// <summary>The name of the event that was sent.</summary>
    public required string Sent { get; init; }
}
