namespace Spark.Runtime.Outbox;

/// <summary>Where an effect stands. The numbers are stored: those below 10 are open.</summary>
public enum OutboxStatus
{
    /// <summary>To be done, at its due time.</summary>
    Pending = 0,

    /// <summary>A process has it in hand.</summary>
    Claimed = 1,

    /// <summary>It leaves in the response to a request.</summary>
    WaitingForAnswer = 2,

    /// <summary>A call has begun that must not be repeated: found after a crash, it cannot be told whether it has acted.</summary>
    Started = 3,

    /// <summary>The far side has it; an action has run.</summary>
    Delivered = 10,

    /// <summary>The far side does not have it, and never will.</summary>
    Failed = 11,

    /// <summary>It cannot be told.</summary>
    Unknown = 12,

    /// <summary>It left in the response to a request.</summary>
    Answered = 13,

    /// <summary>It was not sent, because the conversation went to somebody else before.</summary>
    Cancelled = 14,
}
