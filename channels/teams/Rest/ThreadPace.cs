namespace Spark.Channels.Teams.Rest;

/// <summary>
/// Keeps to the number of messages that Teams takes from a bot in one thread. Counted on this node: several nodes share a conversation
/// rarely, and what they overshoot comes back as 429.
/// </summary>
internal sealed class ThreadPace(TimeProvider time)
{
    private const int MostThreads = 20_000;

    // Per bot and thread, as documented: so many in so long.
    private static readonly (int Most, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1)),
    ];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> threads = new(StringComparer.Ordinal);

    /// <summary>Takes a place, when there is one.</summary>
    /// <param name="conversationId">The thread.</param>
    /// <returns>Zero when a place was taken; otherwise how long until there is one.</returns>
    public TimeSpan Take(string conversationId)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (!threads.TryGetValue(conversationId, out var sent))
            {
                Forget(now);
                threads[conversationId] = sent = new();
            }

            while (sent.TryPeek(out var first) && now - first >= Limits[^1].Within)
            {
                sent.Dequeue();
            }

            var wait = TimeSpan.Zero;
            foreach (var (most, within) in Limits)
            {
                if (sent.Count >= most && sent.ElementAt(sent.Count - most) + within - now is var left && left > wait)
                {
                    wait = left;
                }
            }

            if (wait == TimeSpan.Zero)
            {
                sent.Enqueue(now);
            }

            return wait;
        }
    }

    // Those that were silent for a while are nowhere near a limit of seconds; the limit of an hour begins anew for them.
    private void Forget(DateTimeOffset now)
    {
        if (threads.Count < MostThreads)
        {
            return;
        }

        foreach (var thread in threads.Where(thread => now - thread.Value.Last() > Limits[2].Within).Select(thread => thread.Key).ToList())
        {
            threads.Remove(thread);
        }
    }
}
