namespace Spark.Runtime.Outbox;

/// <summary>
/// Tells how old messages are. By the wall clock, as they outlive processes; but one that jumps forward makes nothing old that was young
/// before: the jump is told from the time that really passed, by the clock that nobody sets.
/// </summary>
internal sealed class MessageClock(TimeProvider time)
{
    /// <summary>What a clock is corrected by now and then is no jump.</summary>
    private static readonly TimeSpan Smallest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset seen = time.GetUtcNow();
    private long seenAt = time.GetTimestamp();
    private DateTimeOffset jumpedFrom = DateTimeOffset.MinValue;
    private TimeSpan jumpedBy;

    /// <summary>The age of what was made at a time.</summary>
    public TimeSpan AgeOf(DateTimeOffset createdAt)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var expected = seen + time.GetElapsedTime(seenAt);
            if (now - expected > Smallest)
            {
                (jumpedFrom, jumpedBy) = (expected, now - expected);
            }

            (seen, seenAt) = (now, time.GetTimestamp());
            return now - createdAt - (createdAt <= jumpedFrom ? jumpedBy : TimeSpan.Zero);
        }
    }
}
