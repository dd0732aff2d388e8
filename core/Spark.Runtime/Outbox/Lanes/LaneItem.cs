namespace Spark.Runtime.Outbox.Lanes;

/// <summary>An effect that waits in a lane.</summary>
/// <param name="Entry">The effect.</param>
/// <param name="MustLookAhead">True when another node may have something in hand that stands before it.</param>
/// <param name="IsDoubtful">True when another process had it in hand: the attempt that was counted may have begun.</param>
internal sealed record LaneItem(OutboxEntry Entry, bool MustLookAhead, bool IsDoubtful)
{
    /// <summary>
    /// True when a try of it was made before, or may have been: one that was born in a turn of this process has its first try counted
    /// already. False when there is nothing to try.
    /// </summary>
    public bool IsRepeat => Finish is null && Entry is { Attempts: > 0, AnsweredBy: null } && (IsDoubtful || Entry.Status != OutboxStatus.Claimed);

    /// <summary>How often something before it was found in the hands of another node.</summary>
    public int Looks { get; init; }

    /// <summary>How often it has broken inside the runtime.</summary>
    public int Breaks { get; init; }

    /// <summary>What is left to write, once it is known how it has ended.</summary>
    public Func<CancellationToken, Task>? Finish { get; set; }
}
