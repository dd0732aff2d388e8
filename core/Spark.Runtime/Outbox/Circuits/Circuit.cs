using Microsoft.Extensions.Logging;
using Spark.Runtime.Telemetry;

namespace Spark.Runtime.Outbox.Circuits;

/// <summary>
/// Keeps calls from a far side that has failed several times in a row; after a while one call may see whether it is back, and the others
/// wait for what comes of it, without a timer each. Tries that are repeated are poor witnesses: a far side may refuse them one by one and
/// take others. While it takes some they do not count, and what they alone have opened is open to the next first try.
/// </summary>
internal sealed partial class Circuit(string name, OutboxOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<CircuitPass>> firsts = new();
    private readonly Queue<TaskCompletionSource<CircuitPass>> repeats = new();
    private CircuitState state;
    private DateTimeOffset since = time.GetUtcNow();
    private long openedAt;
    private TimeSpan wait;
    private TimeSpan lasts;
    private int failures;
    private bool hasFirstFailed;
    private long? succeededAt;
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
    /// <param name="isRepeat">True when the call was made before, for the same.</param>
    public CircuitPass? TryEnter(bool isRepeat = false)
    {
        lock (gate)
        {
            if (state == CircuitState.Closed)
            {
                return new(this, isProbe: false, isRepeat);
            }

            return state == CircuitState.Open && MayTry(isRepeat) ? Probe(isRepeat) : null;
        }
    }

    /// <summary>Leave for a call, when its turn has come.</summary>
    public async Task<CircuitPass> EnterAsync(bool isRepeat, CancellationToken cancellationToken)
    {
        TaskCompletionSource<CircuitPass> mine;
        lock (gate)
        {
            if (TryEnter(isRepeat) is { } pass)
            {
                return pass;
            }

            mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (isRepeat ? repeats : firsts).Enqueue(mine);
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
                hasFirstFailed = false;
                succeededAt = time.GetTimestamp();
                Close();
            }
        }
    }

    public void Failed(bool isProbe, bool isRepeat, TimeSpan? asked)
    {
        lock (gate)
        {
            // What was begun before it opened tells nothing new.
            if (!isProbe && (state != CircuitState.Closed || (isRepeat && TookSomeLately())))
            {
                return;
            }

            hasFirstFailed |= !isRepeat;
            if (isProbe || ++failures >= options.FailuresInARow)
            {
                Open(asked);
                LetOneTry();
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
        while (firsts.TryDequeue(out var first))
        {
            first.TrySetResult(new(this, isProbe: false, isRepeat: false));
        }

        while (repeats.TryDequeue(out var repeat))
        {
            repeat.TrySetResult(new(this, isProbe: false, isRepeat: true));
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

    private bool MayTry(bool isRepeat) => Left() == TimeSpan.Zero || !(isRepeat || hasFirstFailed);

    private bool TookSomeLately() => succeededAt is { } at && time.GetElapsedTime(at) < options.FirstBreak;

    private void LetOneTry()
    {
        LetOneTry(firsts, isRepeat: false);
        LetOneTry(repeats, isRepeat: true);
    }

    private void LetOneTry(Queue<TaskCompletionSource<CircuitPass>> waiting, bool isRepeat)
    {
        while (state == CircuitState.Open && MayTry(isRepeat) && waiting.TryDequeue(out var next))
        {
            var probe = Probe(isRepeat);
            if (!next.TrySetResult(probe))
            {
                // It waits no longer: the next one.
                state = CircuitState.Open;
            }
        }
    }

    private CircuitPass Probe(bool isRepeat)
    {
        Become(CircuitState.HalfOpen);
        return new(this, isProbe: true, isRepeat);
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
