using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>Something came by a channel.</summary>
public sealed record InboundReceived : ConversationEvent
{
    /// <summary>The id of the channel's plugin.</summary>
    public required string Channel { get; init; }

    /// <summary>The id of the channel instance.</summary>
    public required string ChannelInstance { get; init; }

    /// <summary>True when the bot is switched off: it only says so.</summary>
    public bool BotIsOff { get; init; }

    /// <summary>What the bot knows of the person from all their conversations; null when nobody is proved, or the bot keeps nothing of people.</summary>
    public IReadOnlyList<PersonVariable>? Remembered { get; init; }

    /// <summary>What an understanding provider said of the message; null when none was asked.</summary>
    public Understood? Understood { get; init; }

    /// <summary>What came.</summary>
    public required InboundEvent Inbound { get; init; }
}
