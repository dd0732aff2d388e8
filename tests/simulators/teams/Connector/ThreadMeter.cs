namespace Spark.Simulators.Teams.Connector;

/// <summary>Counts what a bot sends to a thread, and says when it is too much.</summary>
internal sealed class ThreadMeter(TimeProvider time)
{
    private static readonly (int Most, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1)),
    ];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> sent = new(StringComparer.Ordinal);

    /// <summary>Whether the limits are kept. A demonstration may leave them off.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Null when the thread takes one more; otherwise when to come again.</summary>
    public TimeSpan? Refuse(string thread)
    {
        if (!IsOn)
        {
            return null;
        }

        var now = time.GetUtcNow();
        lock (gate)
        {
            if (!sent.TryGetValue(thread, out var times))
            {
                sent[thread] = times = [];
            }

            times.RemoveAll(at => now - at >= Limits[^1].Within);
            foreach (var (most, within) in Limits)
            {
                if (times.Count(at => now - at < within) >= most)
                {
                    return within;
                }
            }

            times.Add(now);
            return null;
        }
    }
}
