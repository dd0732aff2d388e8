using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Telemetry;

namespace Spark.Plugins.Supervision;

/// <summary>
/// The one place where a plugin is called. Whatever it does, the caller gets a result in time: a call runs on a thread of its own,
/// and one that neither returns nor heeds its token is abandoned and only watched.
/// </summary>
internal sealed partial class PluginSupervisor(TimeProvider time, ILogger<PluginSupervisor> logger)
{
    private const string Reason = "The plugin is foreign code: whatever it throws becomes a value here, once.";

    /// <summary>Calls an asynchronous member.</summary>
    public async ValueTask<CallResult<T>> CallAsync<T>(
        CallSite site, string member, Func<CancellationToken, ValueTask<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!site.Gate.TryEnter())
        {
            return new() { End = CallEnd.NotReady, Reason = "The plugin is being unloaded." };
        }

        using var span = SparkTelemetry.StartCall(site.Owner, member);
        var began = time.GetTimestamp();
        var given = new CancellationTokenSource();
        var token = given.Token;
        var work = Task.Run(async () => await call(token), CancellationToken.None);
        var result = await SuperviseAsync(site, member, work, given, limit, cancellationToken);
        RuntimeMetrics.PluginCalled(site.Owner, member, result.End.ToString(), time.GetElapsedTime(began));
        return result;
    }

    /// <summary>Calls a synchronous member that may take its time, such as a constructor: it never occupies the thread pool.</summary>
    public async ValueTask<CallResult<T>> MakeAsync<T>(
        CallSite site, string member, Func<T> make, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!site.Gate.TryEnter())
        {
            return new() { End = CallEnd.NotReady, Reason = "The plugin is being unloaded." };
        }

        var work = Task.Factory.StartNew(
            make,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
        return await SuperviseAsync(site, member, work, new CancellationTokenSource(), limit, cancellationToken);
    }

    /// <summary>Calls a synchronous member that only computes, on the caller's thread.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    public CallResult<T> Compute<T>(CallSite site, string member, Func<T> compute)
    {
        if (!site.Gate.TryEnter())
        {
            return new() { End = CallEnd.NotReady, Reason = "The plugin is being unloaded." };
        }

        try
        {
            return Judge(site, member, compute());
        }
        catch (Exception exception)
        {
            return Conclude<T>(site, member, exception);
        }
        finally
        {
            site.Gate.Leave();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    private async ValueTask<CallResult<T>> SuperviseAsync<T>(
        CallSite site, string member, Task<T> work, CancellationTokenSource given, TimeSpan limit, CancellationToken cancellationToken)
    {
        await ((Task)work).WaitAsync(limit, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompleted)
        {
            // Nobody waits for it, not even who unloads the plugin: it may never end.
            site.Gate.Leave();
            _ = AbandonAsync(site, member, work, given);
            cancellationToken.ThrowIfCancellationRequested();
            LogAbandoned(SupervisionCodes.TooLate, site.Owner, member, limit.TotalSeconds);
            return new() { End = CallEnd.TooLate, Reason = $"The plugin did not return from {member} within {limit.TotalSeconds:0.###} s." };
        }

        try
        {
            return Judge(site, member, await work);
        }
        catch (Exception exception)
        {
            return Conclude<T>(site, member, exception);
        }
        finally
        {
            given.Dispose();
            site.Gate.Leave();
        }
    }

    /// <summary>Tells the call to end, and sees to it that what it throws one day is observed.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = Reason)]
    private async Task AbandonAsync(CallSite site, string member, Task work, CancellationTokenSource given)
    {
        try
        {
            await given.CancelAsync();
        }
        catch (Exception exception)
        {
            LogThrew(SupervisionCodes.Threw, site.Owner, member, ExceptionSentence.Of(exception, site.Secrets));
        }

        try
        {
            await work;
            LogEndedLate(site.Owner, member);
        }
        catch (OperationCanceledException)
        {
            LogEndedLate(site.Owner, member);
        }
        catch (Exception exception)
        {
            LogThrewLate(SupervisionCodes.Threw, site.Owner, member, ExceptionSentence.Of(exception, site.Secrets));
            TellDetail(site, member, exception);
        }
        finally
        {
            given.Dispose();
        }
    }

    private CallResult<T> Judge<T>(CallSite site, string member, T value)
    {
        if (value is not null)
        {
            return new() { End = CallEnd.Returned, Value = value };
        }

        LogUnusable(SupervisionCodes.Unusable, site.Owner, member);
        return new() { End = CallEnd.Unusable, Reason = $"The plugin returned nothing from {member}." };
    }

    private CallResult<T> Conclude<T>(CallSite site, string member, Exception exception)
    {
        var reason = ExceptionSentence.Of(exception, site.Secrets);
        switch (exception)
        {
            case PluginNotReadyException:
                LogNotReady(site.Owner, member, reason);
                return new() { End = CallEnd.NotReady, Reason = reason };
            case CredentialsRejectedException:
                LogCredentialsRejected(site.Owner, member, reason);
                return new() { End = CallEnd.CredentialsRejected, Reason = reason };
            default:
                LogThrew(SupervisionCodes.Threw, site.Owner, member, reason);
                TellDetail(site, member, exception);
                return new()
                {
                    End = CallEnd.Threw,
                    Reason = reason,
                    Detail = ExceptionSentence.Quote(exception, site.Secrets),
                    BlamesSettings = exception is ArgumentException,
                };
        }
    }

    /// <summary>A plugin's own words may quote what a person wrote: Debug only.</summary>
    private void TellDetail(CallSite site, string member, Exception exception)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var detail = site.Secrets.Apply(exception.ToString());
            LogDetail(site.Owner, member, detail);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {Owner} did not return from {Member} within {Seconds} s and was abandoned")]
    private partial void LogAbandoned(string code, string owner, string member, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Owner} returned from {Member} after it was abandoned")]
    private partial void LogEndedLate(string owner, string member);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {Owner} failed in {Member}: {Reason}")]
    private partial void LogThrew(string code, string owner, string member, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {Owner} failed in {Member} after it was abandoned: {Reason}")]
    private partial void LogThrewLate(string code, string owner, string member, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {Owner} returned nothing from {Member}")]
    private partial void LogUnusable(string code, string owner, string member);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Owner} was not ready in {Member}: {Reason}")]
    private partial void LogNotReady(string owner, string member, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Owner} was refused in {Member}, its credentials must be renewed: {Reason}")]
    private partial void LogCredentialsRejected(string owner, string member, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "What {Owner} threw in {Member}: {Detail}")]
    private partial void LogDetail(string owner, string member, string detail);
}
