namespace Spark.Runtime.Turns;

/// <summary>
/// Takes the turns of one conversation one after the other, in the order in which they asked. Costs nothing for conversations that are idle.
/// Only saves turns from being run twice: what keeps two processes apart is the sequence in the store.
/// </summary>
internal sealed class ConversationLocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, Queue<TaskCompletionSource>> held = [];

    /// <summary>How many conversations are held now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return held.Count;
            }
        }
    }

    /// <summary>Waits for its turn.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="most">How many may wait already; above that null is returned.</param>
    public async ValueTask<Holding?> EnterAsync(ConversationKey key, int most = int.MaxValue)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            if (!held.TryGetValue(key, out var waiting))
            {
                held.Add(key, new Queue<TaskCompletionSource>(0));
                return new Holding(this, key);
            }

            if (waiting.Count >= most)
            {
                return null;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await turn.Task;
        return new Holding(this, key);
    }

    private void Leave(ConversationKey key)
    {
        lock (gate)
        {
            if (held[key].TryDequeue(out var next))
            {
                next.SetResult();
            }
            else
            {
                held.Remove(key);
            }
        }
    }

    public readonly struct Holding(ConversationLocks locks, ConversationKey key) : IDisposable
    {
        public void Dispose() => locks.Leave(key);
    }
}
