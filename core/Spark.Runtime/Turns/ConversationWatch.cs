using Spark.Engine.Conversations;

namespace Spark.Runtime.Turns;

/// <summary>Tells, within this process, when a conversation has moved on. Costs nothing while nobody watches.</summary>
public sealed class ConversationWatch
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, List<Watcher>> watchers = [];

    /// <summary>Watches a conversation from now on. Read its state after this call, so that no turn falls between.</summary>
    internal Watcher Watch(ConversationKey key)
    {
        var watcher = new Watcher(this, key);
        lock (gate)
        {
            if (!watchers.TryGetValue(key, out var watching))
            {
                watchers.Add(key, watching = []);
            }

            watching.Add(watcher);
        }

        return watcher;
    }

    internal void Publish(ConversationKey key, ConversationState state)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(key, out var watching))
            {
                watching.ForEach(watcher => watcher.Tell(state));
            }
        }
    }

    private void Leave(Watcher watcher)
    {
        lock (gate)
        {
            var watching = watchers[watcher.Key];
            watching.Remove(watcher);
            if (watching.Count == 0)
            {
                watchers.Remove(watcher.Key);
            }
        }
    }

    /// <summary>One that watches. The next state is that of the newest turn; those between may be skipped.</summary>
    internal sealed class Watcher(ConversationWatch watch, ConversationKey key) : IDisposable
    {
        private readonly Lock gate = new();
        private TaskCompletionSource<ConversationState> next = New();

        public ConversationKey Key => key;

        /// <summary>The newest state since the last call, or the next one.</summary>
        public async Task<ConversationState> NextAsync(CancellationToken cancellationToken)
        {
            Task<ConversationState> awaited;
            lock (gate)
            {
                awaited = next.Task;
            }

            var state = await awaited.WaitAsync(cancellationToken);
            lock (gate)
            {
                if (next.Task == awaited)
                {
                    next = New();
                }
            }

            return state;
        }

        public void Tell(ConversationState state)
        {
            lock (gate)
            {
                if (!next.TrySetResult(state))
                {
                    next = New();
                    next.SetResult(state);
                }
            }
        }

        public void Dispose() => watch.Leave(this);

        private static TaskCompletionSource<ConversationState> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
