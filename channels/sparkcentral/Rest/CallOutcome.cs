namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>How a call ended, before it is judged what that means for a message.</summary>
internal sealed record CallOutcome
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 6;

    /// <summary>The status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Without an answer: whether the far side may have the request nevertheless.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Without an answer: whether trying again is of no use.</summary>
    public bool Final { get; init; }

    /// <summary>How long the far side asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What happened, in a sentence for the operator.</summary>
    public required string Sentence { get; init; }

    public bool Accepted => Status is >= 200 and < 300;

    public bool NotOurs => Status == 404;

    /// <summary>What the outcome means for the message that the call carried.</summary>
    /// <param name="attempt">Which attempt it was.</param>
    public Delivery ToDelivery(int attempt) => Status switch
    {
        null when Final => Delivery.Refused(Sentence),
        null when MayHaveArrived => Delivery.Unknown(Sentence),
        null => Delivery.NotSent(Sentence, RetryAfter),
        >= 200 and < 300 => Delivery.Delivered,
        404 => Delivery.Lost("Sparkcentral answered 404: the conversation is not the bot's any more."),
        408 or 502 or 503 => Delivery.NotSent(Sentence, RetryAfter),
        429 => Delivery.NotSent(Sentence, RetryAfter ?? Backoff(attempt)),
        >= 500 => Delivery.Unknown(Sentence),
        _ => Delivery.Refused(Sentence),
    };

    /// <summary>What the outcome of a call that carried nothing means for the message that was to follow.</summary>
    /// <param name="attempt">Which attempt it was.</param>
    public Delivery ToDeliveryOfProbe(int attempt)
    {
        var delivery = ToDelivery(attempt);
        return delivery.Status == DeliveryStatus.Unknown ? Delivery.NotSent(Sentence, RetryAfter) : delivery;
    }

    private static TimeSpan Backoff(int attempt)
    {
        var wait = TimeSpan.FromSeconds(1 << Math.Clamp(attempt - 1, 0, MostDoublings));
        return wait < LongestBackoff ? wait : LongestBackoff;
    }
}
