using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Spark.Plugins.Supervision;

/// <summary>
/// The one place where a plugin is called. Whatever it does, the caller gets a result in time: a call runs on a thread of its own,
/// and one that neither returns nor heeds its token is abandoned and only watched.
/// </summary>
internal sealed class PluginSupervisor(TimeProvider time, ILogger<PluginSupervisor> logger)
{
    private const string Reason = "The plugin is foreign code: whatever it throws becomes a value here, once.";

    private readonly CallVerdict verdict = new(logger);

    /// <summary>Calls an asynchronous member.</summary>
    public ValueTask<CallResult<T>> CallAsync<T>(
        CallSite site, string member, Func<CancellationToken, ValueTask<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return site.Gate.TryEnter()
            ? new(new SupervisedCall<T>(site, member, call, limit, time, verdict).Start(ownThread: false, cancellationToken))
            : new(Unloading<T>());
    }

    /// <summary>Calls a synchronous member that may take its time, such as a constructor: it never occupies the thread pool.</summary>
    public ValueTask<CallResult<T>> MakeAsync<T>(
        CallSite site, string member, Func<T> make, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return site.Gate.TryEnter()
            ? new(new SupervisedCall<T>(site, member, _ => new(make()), limit, time, verdict).Start(ownThread: true, cancellationToken))
            : new(Unloading<T>());
    }

    /// <summary>Calls a synchronous member that only computes, on the caller's thread.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public CallResult<T> Compute<T>(CallSite site, string member, Func<T> compute)
    {
        if (!site.Gate.TryEnter())
        {
            return Unloading<T>();
        }

        try
        {
            return verdict.Judge(site, member, compute());
        }
        catch (Exception exception)
        {
            return verdict.Conclude<T>(site, member, exception);
        }
        finally
        {
            site.Gate.Leave();
        }
    }

    private static CallResult<T> Unloading<T>() => new() { End = CallEnd.NotReady, Reason = "The plugin is being unloaded." };
}
