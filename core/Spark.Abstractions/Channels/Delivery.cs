namespace Spark.Channels;

/// <summary>The result of an attempt to send.</summary>
public sealed record Delivery
{
    /// <summary>How it ended.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>Why, in a sentence for the operator, without message text; null when delivered.</summary>
    public string? Reason { get; init; }

    /// <summary>When the far side asked to wait: how long.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The far side has it.</summary>
    public static Delivery Delivered { get; } = new() { Status = DeliveryStatus.Delivered };

    /// <summary>The far side certainly does not have it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAfter">How long the far side asked to wait.</param>
    public static Delivery NotSent(string reason, TimeSpan? retryAfter = null) =>
        new() { Status = DeliveryStatus.NotSent, Reason = reason, RetryAfter = retryAfter };

    /// <summary>The far side refuses it for good.</summary>
    /// <param name="reason">Why.</param>
    public static Delivery Refused(string reason) => new() { Status = DeliveryStatus.Refused, Reason = reason };

    /// <summary>It cannot be told.</summary>
    /// <param name="reason">Why.</param>
    public static Delivery Unknown(string reason) => new() { Status = DeliveryStatus.Unknown, Reason = reason };

    /// <summary>The conversation is not the bot's any more.</summary>
    /// <param name="reason">Why.</param>
    public static Delivery Lost(string reason) => new() { Status = DeliveryStatus.Lost, Reason = reason };
}
