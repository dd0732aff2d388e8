namespace Spark.Channels;

/// <summary>
/// The person has left the channel: took the bot's app away, or blocked it. The dialog under way is over, and nothing is said; when the
/// conversation starts again, the bot speaks first again. What a desk holds stays with it. For a conversation that the host does not know,
/// nothing happens. Since contract 1.2.
/// </summary>
public sealed record ConversationLeft : InboundEvent;
