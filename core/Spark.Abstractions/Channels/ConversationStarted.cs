using Spark.Offload;

namespace Spark.Channels;

/// <summary>A conversation has begun. Nothing was said yet.</summary>
public sealed record ConversationStarted : InboundEvent
{
    /// <summary>True when the bot speaks first; false when the person's first message follows by itself.</summary>
    public bool BotSpeaksFirst { get; init; }

    /// <summary>
    /// True when the channel tells of one beginning in several events, or of the same one again: the first counts, until a
    /// <see cref="ConversationLeft"/>. False when every event is a beginning. Since contract 1.2.
    /// </summary>
    public bool Once { get; init; }

    /// <summary>The one-time token (<see cref="OffloadRequest.LinkToken"/>) with which the person has come from another conversation; null for none. Since contract 1.2.</summary>
    public string? LinkToken { get; init; }

    /// <summary>
    /// What was said where the person came from, oldest first: filled in by the host in the place of a <see cref="LinkToken"/> that is good.
    /// The conversation is handed over at once with it. Null when the person came by no link. Since contract 1.2.
    /// </summary>
    public IReadOnlyList<TranscriptLine>? Brought { get; init; }
}
