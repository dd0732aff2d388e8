namespace Spark.Runtime.Turns;

/// <summary>
/// Bounds how fast one person may write: so many events at once, and so many a second from then on, in however many conversations. A bucket of
/// tokens for each, kept as the time at which it will be full again; one that is full need not be kept. Spread over segments, so that turns do
/// not wait for each other.
/// </summary>
internal sealed class FloodGuard
{
    private const int Segments = 16;
    private const int FewestToSweep = 1_024;

    private readonly Segment[] segments = [.. Enumerable.Range(0, Segments).Select(_ => new Segment())];
    private readonly TimeProvider time;
    private readonly long perEvent;
    private readonly long most;

    /// <param name="options">How many.</param>
    /// <param name="time">The clock.</param>
    public FloodGuard(TurnOptions options, TimeProvider time)
    {
        this.time = time;
        perEvent = options.MostASecond > 0 ? time.TimestampFrequency / options.MostASecond : 0;
        most = perEvent * options.MostAtOnce;
    }

    /// <summary>How many people it keeps now.</summary>
    public int Count => segments.Sum(segment => segment.Count);

    /// <summary>Takes a token.</summary>
    /// <param name="instance">The id of the channel instance, within which ids of people are unique.</param>
    /// <param name="person">Who writes, as the channel names them; where it does not tell, the conversation.</param>
    /// <param name="isFirst">True for the first one that is refused since the person was last calm.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake(string instance, string person, out bool isFirst)
    {
        isFirst = false;
        if (perEvent == 0)
        {
            return true;
        }

        // Hashed as conversations are, so that an id of any length costs the same.
        var key = ConversationKey.Of(instance, person);
        return segments[key.Low % Segments].TryTake(key, time.GetTimestamp(), perEvent, most, out isFirst);
    }

    private sealed class Segment
    {
        private readonly Lock gate = new();
        private readonly Dictionary<ConversationKey, Bucket> buckets = [];
        private int sweepAt = FewestToSweep;

        public int Count
        {
            get
            {
                lock (gate)
                {
                    return buckets.Count;
                }
            }
        }

        public bool TryTake(ConversationKey key, long now, long perEvent, long most, out bool isFirst)
        {
            lock (gate)
            {
                var bucket = buckets.GetValueOrDefault(key);
                var isCalm = bucket.FullAt <= now;
                var fullAt = (isCalm ? now : bucket.FullAt) + perEvent;
                if (fullAt - now > most)
                {
                    isFirst = !bucket.IsTold;
                    buckets[key] = bucket with { IsTold = true };
                    return false;
                }

                isFirst = false;
                buckets[key] = new(fullAt, bucket.IsTold && !isCalm);
                Sweep(now);
                return true;
            }
        }

        // What is kept are the people of the last seconds, however many there have ever been.
        private void Sweep(long now)
        {
            if (buckets.Count < sweepAt)
            {
                return;
            }

            foreach (var (key, bucket) in buckets)
            {
                if (bucket.FullAt <= now)
                {
                    buckets.Remove(key);
                }
            }

            sweepAt = Math.Max(FewestToSweep, 2 * buckets.Count);
        }
    }

    /// <param name="FullAt">When all tokens are there again.</param>
    /// <param name="IsTold">True when somebody was told that it floods.</param>
    private readonly record struct Bucket(long FullAt, bool IsTold);
}
