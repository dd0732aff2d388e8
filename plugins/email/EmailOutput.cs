namespace Spark.Actions.Email;

/// <summary>What expressions of the step see.</summary>
internal sealed record EmailOutput
{
    /// <summary>The message's id, which stands in its header.</summary>
    public required string MessageId { get; init; }
}
