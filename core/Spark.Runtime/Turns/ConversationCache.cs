namespace Spark.Runtime.Turns;

/// <summary>
/// What this node has written of the conversations that it served last, so that the next turn need not read it. Never the truth: a turn
/// that ran on something older is refused by its write, and what was taken out for it does not come back. Bounded, and spread over segments
/// that are emptied one at a time: no bookkeeping is paid for with each turn.
/// </summary>
internal sealed class ConversationCache
{
    private const int Segments = 16;

    private readonly Dictionary<ConversationKey, LoadedConversation>[] segments;
    private readonly int mostInSegment;

    /// <param name="capacity">How many conversations are kept at the most.</param>
    public ConversationCache(int capacity)
    {
        mostInSegment = capacity / Segments;
        segments = [.. Enumerable.Range(0, Segments).Select(_ => new Dictionary<ConversationKey, LoadedConversation>())];
    }

    /// <summary>Takes a conversation out. Whoever has written it puts back what it wrote.</summary>
    public LoadedConversation? Take(ConversationKey key)
    {
        var segment = SegmentOf(key);
        lock (segment)
        {
            return segment.Remove(key, out var conversation) ? conversation : null;
        }
    }

    public void Put(ConversationKey key, LoadedConversation conversation)
    {
        var segment = SegmentOf(key);
        lock (segment)
        {
            if (segment.Count >= mostInSegment)
            {
                segment.Clear();
            }

            if (mostInSegment > 0)
            {
                segment[key] = conversation;
            }
        }
    }

    private Dictionary<ConversationKey, LoadedConversation> SegmentOf(ConversationKey key) => segments[key.Low % Segments];
}
