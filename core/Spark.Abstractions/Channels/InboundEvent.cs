using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Channels;

/// <summary>
/// What a channel has received for one conversation. The host stores it, and answers the sender only afterwards.
/// The set is closed.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "inbound")]
[JsonDerivedType(typeof(ConversationStarted), "started")]
[JsonDerivedType(typeof(ConversationDelegated), "delegated")]
[JsonDerivedType(typeof(MessageReceived), "message")]
[JsonDerivedType(typeof(ConversationForwarded), "forwarded")]
[JsonDerivedType(typeof(ConversationClosed), "closed")]
[JsonDerivedType(typeof(ConversationLeft), "left")]
public abstract record InboundEvent
{
    private protected InboundEvent()
    {
    }

    /// <summary>The conversation, as the channel names it. The host makes its own key from the instance and this id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>
    /// The keys by which a repeated delivery is known, at least one, unique within the conversation. If one of them was seen
    /// before, the event is a duplicate: it is answered, and no turn runs.
    /// </summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The person, when this event tells; null keeps what earlier events told.</summary>
    public Person? Person { get; init; }

    /// <summary>Details of the channel for bots (<c>sys.channelDetails</c>), when this event tells; null keeps the earlier ones.</summary>
    public JsonElement? ChannelDetails { get; init; }
}
