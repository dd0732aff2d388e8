using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>What a committed turn wants done.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Epoch">The owner's epoch after the turn: effects of older ones are not sent any more.</param>
/// <param name="Entries">The effects that the dispatcher has in hand now; may be empty.</param>
/// <param name="Node">The node in whose hands they are: writes for them name it.</param>
/// <param name="MustLookAhead">True when another node has something in hand that stands before them in the lane.</param>
public sealed record HandedEffects(
    ConversationKey Conversation, int Epoch, IReadOnlyList<OutboxEntry> Entries, long Node, bool MustLookAhead = false);
