using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>What waits to leave one conversation, in order. The next leaves when the one before has ended.</summary>
internal sealed class Lane(ConversationKey conversation)
{
    private readonly Lock gate = new();
    private readonly Queue<OutboxEntry> waiting = new();
    private int epoch;
    private bool isClosed;

    public ConversationKey Conversation => conversation;

    /// <summary>Adds what a turn wants sent. False when the lane has just ended and a new one is needed.</summary>
    public bool TryAdd(int currentEpoch, IEnumerable<OutboxEntry> entries)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return false;
            }

            epoch = Math.Max(epoch, currentEpoch);
            foreach (var entry in entries)
            {
                waiting.Enqueue(entry);
            }

            return true;
        }
    }

    /// <summary>The next one; null, and the lane is closed, when there is none.</summary>
    public OutboxEntry? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var entry))
            {
                return entry;
            }

            isClosed = true;
            return null;
        }
    }

    /// <summary>True when the conversation has changed hands since that epoch.</summary>
    public bool HasPassed(int then)
    {
        lock (gate)
        {
            return then < epoch;
        }
    }

    /// <summary>Takes out what the store has cancelled with a lost conversation: messages of that epoch and before which nothing waits for.</summary>
    public void Drop(int lostEpoch)
    {
        lock (gate)
        {
            var kept = waiting.Where(entry => entry.IsAwaited || entry.Epoch > lostEpoch).ToList();
            waiting.Clear();
            kept.ForEach(waiting.Enqueue);
        }
    }
}
