using System.Collections.Concurrent;

namespace Spark.Runtime.Turns;

/// <summary>
/// What this node has written of the conversations that it served last, so that the next turn need not read it. Never the truth: a turn
/// that ran on something older is refused by its write, forgotten here, and loaded. Bounded, and spread over segments that are emptied one
/// at a time: no bookkeeping is paid for with each turn.
/// </summary>
internal sealed class ConversationCache
{
    private const int Segments = 16;

    private readonly ConcurrentDictionary<ConversationKey, LoadedConversation>[] segments;
    private readonly int mostInSegment;

    /// <param name="capacity">How many conversations are kept at the most.</param>
    public ConversationCache(int capacity)
    {
        mostInSegment = capacity / Segments;
        segments = [.. Enumerable.Range(0, Segments).Select(_ => new ConcurrentDictionary<ConversationKey, LoadedConversation>())];
    }

    public LoadedConversation? Find(ConversationKey key) => SegmentOf(key).GetValueOrDefault(key);

    public void Put(ConversationKey key, LoadedConversation conversation)
    {
        var segment = SegmentOf(key);
        if (!segment.ContainsKey(key) && segment.Count >= mostInSegment)
        {
            segment.Clear();
        }

        segment[key] = conversation;
    }

    public void Forget(ConversationKey key) => SegmentOf(key).TryRemove(key, out _);

    private ConcurrentDictionary<ConversationKey, LoadedConversation> SegmentOf(ConversationKey key) => segments[key.Low % Segments];
}
