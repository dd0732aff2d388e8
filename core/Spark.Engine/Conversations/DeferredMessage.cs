using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>A message that arrived while an effect was awaited; it is heard when the result is there.</summary>
/// <param name="Sequence">The sequence of its event.</param>
/// <param name="Message">The message, without what the state knows already or only a feed needs.</param>
public sealed record DeferredMessage(long Sequence, MessageReceived Message)
{
    /// <summary>Set when it was said elsewhere and forwarded: then this is heard, and <see cref="Message"/> only repeats its parts.</summary>
    public ConversationForwarded? Forwarded { get; init; }

    /// <summary>What an understanding provider said of it when it came; null when none was asked.</summary>
    public Understood? Understood { get; init; }

    internal static DeferredMessage Of(long sequence, ConversationForwarded forwarded)
    {
        var kept = forwarded with { Person = null, ChannelDetails = null };
        var message = new MessageReceived { ConversationId = kept.ConversationId, Keys = kept.Keys, MessageId = kept.Keys[0], Parts = kept.Parts };
        return new(sequence, message) { Forwarded = kept };
    }
}
