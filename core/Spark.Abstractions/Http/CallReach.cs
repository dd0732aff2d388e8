namespace Spark.Http;

/// <summary>How far a call came, whatever its answer says. Since contract 1.3.</summary>
public sealed record CallReach
{
    /// <summary>The status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Without an answer: whether the far side may have the request nevertheless, and may have acted on it.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>How long the far side asked to wait, at most ten minutes; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, in a sentence for the operator: the host and the status, never what either side said.</summary>
    public required string Sentence { get; init; }
}
