namespace Spark.Runtime.Turns;

/// <summary>
/// What this node has written of the conversations that it served last, so that the next turn need not read it. Never the truth: a turn
/// that ran on something older is refused by its write, and what was taken out for it does not come back. Bounded, and spread over segments
/// that are emptied one at a time: no bookkeeping is paid for with each turn. Where conversations go from node to node, most of it is old;
/// then a read is cheaper than a turn in vain, and tells as well whether it would have been right.
/// </summary>
internal sealed class ConversationCache
{
    private const int Segments = 16;

    // A turn in vain and the read after it cost about as much as four reads.
    private const int Certainty = 1 << 16;
    private const int MostDoubt = Certainty / 4;
    private const int Weight = 64;

    private readonly Dictionary<ConversationKey, LoadedConversation>[] segments;
    private readonly int mostInSegment;
    private volatile int doubt;

    /// <param name="capacity">How many conversations are kept at the most.</param>
    public ConversationCache(int capacity)
    {
        mostInSegment = capacity / Segments;
        segments = [.. Enumerable.Range(0, Segments).Select(_ => new Dictionary<ConversationKey, LoadedConversation>())];
    }

    /// <summary>True while what it remembers is worth a turn without a read: of the last hundred or so, three in four were as the store had them.</summary>
    public bool IsTrusted => doubt <= MostDoubt;

    /// <summary>Tells whether what it remembered was what the store had.</summary>
    public void Judge(bool isFresh)
    {
        // Turns that judge at once may lose a word of each other; the measure bears that, and one node alone writes nothing here.
        var before = doubt;
        var after = before + (((isFresh ? 0 : Certainty) - before) / Weight);
        if (after != before)
        {
            doubt = after;
        }
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
