namespace Spark.Channels;

/// <summary>A conversation has begun. Nothing was said yet.</summary>
public sealed record ConversationStarted : InboundEvent
{
    /// <summary>True when the bot speaks first; false when the person's first message follows by itself.</summary>
    public bool BotSpeaksFirst { get; init; }
}
