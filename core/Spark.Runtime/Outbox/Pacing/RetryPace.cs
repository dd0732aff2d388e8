namespace Spark.Runtime.Outbox.Pacing;

/// <summary>
/// Lets repeated tries go to a far side, in the order in which they are due. Only tries that are in vain are counted, and bounded by the
/// second: a try that ends its message gives its permit to the next. So a backlog that is refused costs the same however long it is, and one
/// that is taken leaves as fast as the far side takes it. First tries do not come here.
/// </summary>
internal sealed class RetryPace(OutboxOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Of those that have become too old, so many end at once: each costs a read and a write, though no call.</summary>
    private const int MostTooOld = 500;

    private const double AlmostOne = 1 - 1e-6;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<RetryWait, (TimeSpan Due, long Entered)> waiting = new();
    private readonly long start = time.GetTimestamp();

    // Calls that hang are in vain only at their end: half of the places stay free for first tries.
    private readonly int mostUnderWay = Math.Max(1, options.MostSends / 2);
    private double permits = options.RetriesASecond;
    private TimeSpan countedAt;
    private TimeSpan firstTooOld = TimeSpan.MaxValue;
    private TimeSpan sweptAt = -BetweenSweeps;
    private TimeSpan armedFor = TimeSpan.MaxValue;
    private long entered;
    private int underWay;
    private ITimer? timer;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.UnorderedItems.Count(item => !item.Element.IsOver);
            }
        }
    }

    // By the clock that nobody sets.
    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Begins to wait for a permit.</summary>
    /// <param name="due">When the try is due.</param>
    /// <param name="tooOld">How long until it would not be made any more; the wait ends then, at the earliest when it is due.</param>
    public RetryWait Enter(DateTimeOffset due, TimeSpan tooOld)
    {
        lock (gate)
        {
            var now = Now;
            var left = due - time.GetUtcNow();
            var last = Later(tooOld, left);
            var wait = new RetryWait(last < TimeSpan.MaxValue - now - Moment ? now + last + Moment : TimeSpan.MaxValue);
            waiting.Enqueue(wait, (now + left, ++entered));
            firstTooOld = Earlier(firstTooOld, wait.TooOldAt);
            GoOn();
            return wait;
        }
    }

    /// <summary>A try has ended, or was not made.</summary>
    public void Ended(bool isSpent)
    {
        lock (gate)
        {
            underWay--;
            permits += isSpent ? 0 : 1;
            GoOn();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
        }
    }

    private void GoOn()
    {
        // What has come due meanwhile is not left to a timer.
        var next = LetGo(Now);
        while (next <= Now)
        {
            next = LetGo(Now);
        }

        if (next != armedFor)
        {
            armedFor = next;
            timer ??= time.CreateTimer(_ => OnTime(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(
                next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : Earlier(Later(next - Now, Moment), LongestTimer), Timeout.InfiniteTimeSpan);
        }
    }

    /// <returns>When there is more to do; later than now.</returns>
    private TimeSpan LetGo(TimeSpan now)
    {
        EndTooOld(now);
        permits = Math.Min(options.RetriesASecond, permits + (options.RetriesASecond * (now - countedAt).TotalSeconds));
        countedAt = now;

        var next = TimeSpan.MaxValue;
        while (waiting.TryPeek(out var first, out var place))
        {
            if (!first.IsOver)
            {
                if (underWay >= mostUnderWay)
                {
                    break;
                }

                if (place.Due > now)
                {
                    next = place.Due;
                    break;
                }

                if (permits < AlmostOne)
                {
                    next = now + Later(TimeSpan.FromSeconds((1 - permits) / options.RetriesASecond), Moment);
                    break;
                }

                if (first.TryEnd(new(this)))
                {
                    permits--;
                    underWay++;
                }
            }

            waiting.Dequeue();
        }

        firstTooOld = waiting.Count == 0 ? TimeSpan.MaxValue : firstTooOld;
        return firstTooOld == TimeSpan.MaxValue ? next : Earlier(next, Later(firstTooOld, sweptAt + BetweenSweeps));
    }

    // All of them are looked at, but not often, and never before one of them may be too old.
    private void EndTooOld(TimeSpan now)
    {
        if (firstTooOld > now || now - sweptAt < BetweenSweeps)
        {
            return;
        }

        sweptAt = now;
        firstTooOld = TimeSpan.MaxValue;
        var ended = 0;
        foreach (var (wait, _) in waiting.UnorderedItems)
        {
            if (wait.TooOldAt > now || ended == MostTooOld)
            {
                firstTooOld = wait.IsOver ? firstTooOld : Earlier(firstTooOld, wait.TooOldAt);
            }
            else if (wait.TryEnd(RetryPermit.Free))
            {
                ended++;
            }
        }
    }

    private void OnTime()
    {
        lock (gate)
        {
            armedFor = TimeSpan.MaxValue;
            GoOn();
        }
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
