namespace Spark.Runtime.Outbox;

/// <summary>How an effect has ended.</summary>
/// <param name="Status">Its last state.</param>
/// <param name="Reason">Why, in a sentence for the operator.</param>
/// <param name="IsLost">True when the channel said that the conversation is not the bot's any more.</param>
internal readonly record struct EffectEnd(OutboxStatus Status, string? Reason, bool IsLost = false)
{
    public static EffectEnd Superseded { get; } = new(OutboxStatus.Cancelled, "The conversation changed hands before it was sent.");
}
