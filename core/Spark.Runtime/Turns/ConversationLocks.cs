using System.Runtime.InteropServices;

namespace Spark.Runtime.Turns;

/// <summary>
/// Takes the turns of one conversation one after the other, in the order in which they asked. Costs nothing for conversations that are idle.
/// Only saves turns from being run twice: what keeps two processes apart is the sequence in the store.
/// </summary>
internal sealed class ConversationLocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, Queue<TaskCompletionSource>?> held = [];

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
    public ValueTask<Holding?> EnterAsync(ConversationKey key, int most = int.MaxValue)
    {
        lock (gate)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(held, key, out var isHeld);
            if (!isHeld)
            {
                return new(new Holding(this, key));
            }

            if (waiting?.Count >= most)
            {
                return new((Holding?)null);
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (waiting ??= new()).Enqueue(turn);
            return WaitAsync(turn.Task, key);
        }
    }

    private async ValueTask<Holding?> WaitAsync(Task turn, ConversationKey key)
    {
        await turn;
        return new Holding(this, key);
    }

    private void Leave(ConversationKey key)
    {
        lock (gate)
        {
            if (held[key] is { } waiting && waiting.TryDequeue(out var next))
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
