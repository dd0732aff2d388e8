using Spark.Channels;

namespace Spark.Offload.WebhookDesk;

/// <summary>What the desk answered to a call.</summary>
/// <param name="Status">The status; <see cref="NoAnswer"/> or <see cref="NeverArrived"/> when there was none.</param>
/// <param name="Body">The body; null when there was none, or the call did not succeed.</param>
/// <param name="Sentence">What happened, in a sentence for the operator.</param>
/// <param name="RetryAfter">How long the desk asked to wait.</param>
internal sealed record Answer<T>(int Status, T? Body, string Sentence, TimeSpan? RetryAfter)
    where T : class
{
    /// <summary>The desk may have it.</summary>
    public const int NoAnswer = 0;

    /// <summary>The desk certainly does not have it.</summary>
    public const int NeverArrived = -1;

    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>What it means for the message that the call carried.</summary>
    public Delivery ToDelivery() => Status switch
    {
        >= 200 and < 300 => Delivery.Delivered,
        NeverArrived => Delivery.NotSent(Sentence),
        NoAnswer => Delivery.Unknown(Sentence),
        401 or 403 => throw new CredentialsRejectedException("The desk refuses the token."),
        404 or 409 or 410 => Delivery.Lost(Sentence),
        408 or 429 or 502 or 503 => Delivery.NotSent(Sentence, RetryAfter),
        >= 500 => Delivery.Unknown(Sentence),
        _ => Delivery.Refused(Sentence),
    };
}
