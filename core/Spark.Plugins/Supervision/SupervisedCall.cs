using System.Diagnostics.CodeAnalysis;
using Spark.Runtime.Telemetry;

namespace Spark.Plugins.Supervision;

/// <summary>
/// One call into a plugin. For its caller it ends when it returns, throws, is too late or is not waited for any more, whichever comes
/// first; for the plugin's gate likewise, because what does not end must not keep others from unloading it.
/// </summary>
/// <remarks>One object that is work item, state and result at once: it is made with every message in and out.</remarks>
/// <param name="site">Who is called.</param>
/// <param name="member">What is called, for messages.</param>
/// <param name="call">The call.</param>
/// <param name="limit">How long it may take.</param>
/// <param name="time">Measures that.</param>
/// <param name="verdict">Says what it came to.</param>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable", Justification = "They are let go when the plugin has left, which may be never.")]
internal sealed class SupervisedCall<T>(
    CallSite site, string member, Func<CancellationToken, ValueTask<T>> call, TimeSpan limit, TimeProvider time, CallVerdict verdict)
    : IThreadPoolWorkItem
{
    private const string Reason = "The plugin is foreign code: whatever it throws becomes a value here, once.";

    private readonly TaskCompletionSource<CallResult<T>> result = new();
    private readonly CancellationTokenSource given = new();
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private readonly long began = time.GetTimestamp();
    private CancellationTokenRegistration caller;
    private ITimer? watch;
    private int isOver;

    /// <summary>Begins it.</summary>
    /// <param name="ownThread">True for a thread of its own instead of one of the pool's.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin is told.</param>
    public Task<CallResult<T>> Start(bool ownThread, CancellationToken cancellationToken)
    {
        watch = time.CreateTimer(static it => ((SupervisedCall<T>)it!).BeTooLate(), this, limit, Timeout.InfiniteTimeSpan);
        caller = cancellationToken.UnsafeRegister(static (it, token) => ((SupervisedCall<T>)it!).BeCancelled(token), this);
        if (ownThread)
        {
            new Thread(Execute) { IsBackground = true, Name = site.Owner }.UnsafeStart();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        }

        return result.Task;
    }

    /// <inheritdoc/>
    public void Execute()
    {
        if (context is null)
        {
            _ = RunAsync();
        }
        else
        {
            ExecutionContext.Run(context, static it => _ = ((SupervisedCall<T>)it!).RunAsync(), this);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    private async Task RunAsync()
    {
        using var span = SparkTelemetry.StartCall(site.Owner, member);
        var value = default(T);
        Exception? thrown = null;
        try
        {
            value = await call(given.Token);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        if (!TryEnd())
        {
            verdict.EndLate(site, member, thrown);
            return;
        }

        given.Dispose();
        try
        {
            Tell(thrown is null ? verdict.Judge(site, member, value!) : verdict.Conclude<T>(site, member, thrown));
        }
        catch (Exception broken)
        {
            // What a plugin throws is foreign code too, and is asked for its words: the caller must not wait for ever.
            result.TrySetException(broken);
        }
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref isOver, 1) != 0)
        {
            return false;
        }

        watch?.Dispose();
        caller.Unregister();
        site.Gate.Leave();
        return true;
    }

    private void BeTooLate()
    {
        if (TryEnd())
        {
            _ = AskToEndAsync();
            Tell(verdict.Abandon<T>(site, member, limit));
        }
    }

    private void BeCancelled(CancellationToken cancellationToken)
    {
        if (TryEnd())
        {
            _ = AskToEndAsync();
            ThreadPool.UnsafeQueueUserWorkItem(static it => it.result.SetCanceled(it.cancellationToken), (result, cancellationToken), preferLocal: false);
        }
    }

    // The caller goes on from here, unless this is a thread of the plugin's: what comes then must not wait for what the plugin does on it.
    private void Tell(CallResult<T> came)
    {
        RuntimeMetrics.PluginCalled(site.Owner, member, came.End.ToString(), time.GetElapsedTime(began));
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            result.SetResult(came);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static it => it.result.SetResult(it.came), (result, came), preferLocal: false);
        }
    }

    /// <summary>Tells the plugin to end.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    private async Task AskToEndAsync()
    {
        try
        {
            await given.CancelAsync();
        }
        catch (Exception exception)
        {
            verdict.RefuseToEnd(site, member, exception);
        }
    }
}
