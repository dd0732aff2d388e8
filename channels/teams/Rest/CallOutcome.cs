using System.Text.Json;
using Spark.Channels.Teams.Inbound;

namespace Spark.Channels.Teams.Rest;

/// <summary>How a call ended, before it is judged what that means for a message.</summary>
internal sealed record CallOutcome
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);
    private const int FirstBackoffSeconds = 2;
    private const int MostDoublings = 5;

    /// <summary>The status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Without an answer: whether the far side may have the request nevertheless.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Without an answer: whether trying again is of no use.</summary>
    public bool IsFinal { get; init; }

    /// <summary>How long the far side asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The answer's document; undefined when there was none.</summary>
    public JsonElement Body { get; init; }

    /// <summary>What happened, in a sentence for the operator.</summary>
    public required string Sentence { get; init; }

    public bool Accepted => Status is >= 200 and < 300;

    /// <summary>True when the app is not installed for the person (any more), or was blocked.</summary>
    public bool IsBarred => Status == 403;

    /// <summary>The id that the answer gives to what was made.</summary>
    public string? Id => Body.Text("id");

    /// <summary>What the outcome means for the message that the call carried.</summary>
    /// <param name="attempt">Which attempt it was.</param>
    public Delivery ToDelivery(int attempt) => Status switch
    {
        null when IsFinal => Delivery.Refused(Sentence),
        null when MayHaveArrived => Delivery.Unknown(Sentence),
        null => Delivery.NotSent(Sentence, RetryAfter),
        >= 200 and < 300 => Delivery.Delivered,
        // What Teams' own documentation says to send again.
        412 or 429 or 502 or 503 or 504 => Delivery.NotSent(Sentence, RetryAfter ?? Backoff(attempt)),
        408 or >= 500 => Delivery.Unknown(Sentence),
        403 => Delivery.Refused($"{Sentence} The app is not installed for the person any more, or was blocked."),
        413 => Delivery.Refused($"{Sentence} The message is too large even in parts."),
        _ => Delivery.Refused(Sentence),
    };

    private static TimeSpan Backoff(int attempt)
    {
        var wait = TimeSpan.FromSeconds(FirstBackoffSeconds << Math.Clamp(attempt - 1, 0, MostDoublings));
        return wait < LongestBackoff ? wait : LongestBackoff;
    }
}
