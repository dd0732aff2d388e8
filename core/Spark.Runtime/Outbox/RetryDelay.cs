using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>How long to wait before the next attempt: twice as long each time, never quite the same for two messages.</summary>
internal sealed class RetryDelay(OutboxOptions options, ISeedSource seeds)
{
    private const double Jitter = 0.2;

    /// <param name="attempts">How many attempts were made, from 1.</param>
    /// <param name="asked">What the far side asked for.</param>
    public TimeSpan After(int attempts, TimeSpan? asked)
    {
        var doubled = options.FirstRetry * Math.Pow(2, Math.Min(attempts - 1, 30));
        var wait = TimeSpan.FromTicks(Math.Max(doubled.Ticks, (asked ?? TimeSpan.Zero).Ticks));
        var capped = wait > options.LongestRetry ? options.LongestRetry : wait;
        var share = seeds.Next() / (double)ulong.MaxValue;

        // Only ever later than asked for: coming early to somebody who asks for patience helps nobody.
        return capped * (1 + (Jitter * share));
    }

    /// <summary>When the next attempt is due. No wait of ours is ever longer than the longest: what seems to be was set before the clock was put back.</summary>
    /// <param name="dueAt">As it was set.</param>
    /// <param name="now">The clock.</param>
    public DateTimeOffset Due(DateTimeOffset? dueAt, DateTimeOffset now) =>
        dueAt is { } at && at - now <= options.LongestRetry * (1 + Jitter) ? at : DateTimeOffset.MinValue;
}
