using System.Globalization;

namespace Spark.Runtime.Outbox;

/// <summary>How an effect has ended.</summary>
/// <param name="Status">Its last state.</param>
/// <param name="Reason">Why, in a sentence for the operator.</param>
/// <param name="IsLost">True when the channel said that the conversation is not the bot's any more.</param>
internal readonly record struct EffectEnd(OutboxStatus Status, string? Reason, bool IsLost = false)
{
    public static EffectEnd Superseded { get; } = new(OutboxStatus.Cancelled, "The conversation changed hands before it was sent.");

    /// <summary>The end of what was not sent in time: unknown when an attempt may have arrived.</summary>
    /// <param name="entry">The effect.</param>
    /// <param name="limit">How old it may become.</param>
    /// <param name="reason">Why it was not sent before.</param>
    public static EffectEnd TooOld(OutboxEntry entry, TimeSpan limit, string? reason) => new(
        entry.MayHaveArrived ? OutboxStatus.Unknown : OutboxStatus.Failed,
        string.Create(CultureInfo.InvariantCulture, $"{OutboxCodes.TooOld}: not sent within {limit} ({entry.Attempts} attempts): {reason}"));
}
