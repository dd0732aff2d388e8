using Microsoft.Extensions.Logging;
using Spark.Runtime.Telemetry;

namespace Spark.Runtime.Outbox.Circuits;

/// <summary>
/// Keeps calls from a far side that has failed several times in a row; after a while one call may see whether it is back, and the others
/// wait for what comes of it, without a timer each.
/// </summary>
internal sealed partial class Circuit(string name, OutboxOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<CircuitPass>> waiting = new();
    private CircuitState state;
    private DateTimeOffset since = time.GetUtcNow();
    private long openedAt;
    private TimeSpan wait;
    private TimeSpan lasts;
    private int failures;
    private ITimer? timer;

    public CircuitReport Report
    {
        get
        {
            lock (gate)
            {
                return new(name, state, since);
            }
        }
    }

    /// <summary>Leave for a call, when there is some now.</summary>
    public CircuitPass? TryEnter()
    {
        lock (gate)
        {
            if (state == CircuitState.Closed)
            {
                return new(this, isProbe: false);
            }

            return state == CircuitState.Open && Left() == TimeSpan.Zero ? Probe() : null;
        }
    }

    /// <summary>Leave for a call, when its turn has come.</summary>
    public async Task<CircuitPass> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<CircuitPass> mine;
        lock (gate)
        {
            if (TryEnter() is { } pass)
            {
                return pass;
            }

            mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(mine);
        }

        await using var registration = cancellationToken.Register(() => mine.TrySetCanceled(cancellationToken));
        return await mine.Task;
    }

    /// <summary>How long until a call may be tried; zero when it may be now.</summary>
    public TimeSpan WaitLeft()
    {
        lock (gate)
        {
            return state == CircuitState.Closed ? TimeSpan.Zero : Left();
        }
    }

    public void Succeeded(bool isProbe)
    {
        lock (gate)
        {
            if (isProbe || state == CircuitState.Closed)
            {
                failures = 0;
                Close();
            }
        }
    }

    public void Failed(bool isProbe, TimeSpan? asked)
    {
        lock (gate)
        {
            // What was begun before it opened tells nothing new.
            if (isProbe || (state == CircuitState.Closed && ++failures >= options.FailuresInARow))
            {
                Open(asked);
            }
        }
    }

    public void GaveBack(bool isProbe)
    {
        lock (gate)
        {
            if (isProbe)
            {
                Become(CircuitState.Open);
                LetOneTry();
            }
        }
    }

    public void Dispose() => timer?.Dispose();

    private void Close()
    {
        if (state == CircuitState.Closed)
        {
            return;
        }

        Become(CircuitState.Closed);
        LogClosed(name);
        lasts = TimeSpan.Zero;
        while (waiting.TryDequeue(out var next))
        {
            next.TrySetResult(new(this, isProbe: false));
        }
    }

    private void Open(TimeSpan? asked)
    {
        lasts = lasts == TimeSpan.Zero ? options.FirstBreak : Shorter(lasts * 2, options.LongestBreak);
        wait = Shorter(asked > lasts ? asked.Value : lasts, options.LongestBreak);
        openedAt = time.GetTimestamp();
        Become(CircuitState.Open);
        LogOpened(name, failures, wait);
        timer ??= time.CreateTimer(_ => OnTime(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void OnTime()
    {
        lock (gate)
        {
            // A timer may come a tick too early, and comes once: who waits here waits for nothing else.
            if (state == CircuitState.Open && Left() is var left && left > TimeSpan.Zero)
            {
                timer?.Change(left, Timeout.InfiniteTimeSpan);
            }

            LetOneTry();
        }
    }

    // By the clock that nobody sets: the other one may be an hour back by now.
    private TimeSpan Left() => wait - time.GetElapsedTime(openedAt) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private void LetOneTry()
    {
        while (state == CircuitState.Open && Left() == TimeSpan.Zero && waiting.TryDequeue(out var next))
        {
            var probe = Probe();
            if (!next.TrySetResult(probe))
            {
                // It waits no longer: the next one.
                state = CircuitState.Open;
            }
        }
    }

    private CircuitPass Probe()
    {
        Become(CircuitState.HalfOpen);
        return new(this, isProbe: true);
    }

    private void Become(CircuitState next)
    {
        since = state == next ? since : time.GetUtcNow();
        state = next;
        RuntimeMetrics.BreakerMoved(name, state);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "SPK11015: {Name} failed {Failures} times in a row; nothing is sent to it for {Wait}")]
    private partial void LogOpened(string name, int failures, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Name} is back")]
    private partial void LogClosed(string name);
}
