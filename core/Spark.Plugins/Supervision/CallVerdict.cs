using Microsoft.Extensions.Logging;

namespace Spark.Plugins.Supervision;

/// <summary>Says what a call into a plugin came to, to the caller and to the log.</summary>
internal sealed partial class CallVerdict(ILogger<PluginSupervisor> logger)
{
    /// <summary>What a plugin returned; nothing is no result.</summary>
    public CallResult<T> Judge<T>(CallSite site, string member, T value)
    {
        if (value is not null)
        {
            return new() { End = CallEnd.Returned, Value = value };
        }

        LogUnusable(SupervisionCodes.Unusable, site.Owner, member);
        return new() { End = CallEnd.Unusable, Reason = $"The plugin returned nothing from {member}." };
    }

    /// <summary>What a plugin threw.</summary>
    public CallResult<T> Conclude<T>(CallSite site, string member, Exception exception)
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

    /// <summary>A plugin did not return in time.</summary>
    public CallResult<T> Abandon<T>(CallSite site, string member, TimeSpan limit)
    {
        LogAbandoned(SupervisionCodes.TooLate, site.Owner, member, limit.TotalSeconds);
        return new() { End = CallEnd.TooLate, Reason = $"The plugin did not return from {member} within {limit.TotalSeconds:0.###} s." };
    }

    /// <summary>A plugin ended after nobody waited for it any more.</summary>
    public void EndLate(CallSite site, string member, Exception? exception)
    {
        if (exception is null or OperationCanceledException)
        {
            LogEndedLate(site.Owner, member);
            return;
        }

        LogThrewLate(SupervisionCodes.Threw, site.Owner, member, ExceptionSentence.Of(exception, site.Secrets));
        TellDetail(site, member, exception);
    }

    /// <summary>A plugin threw when it was told to end.</summary>
    public void RefuseToEnd(CallSite site, string member, Exception exception) =>
        LogThrew(SupervisionCodes.Threw, site.Owner, member, ExceptionSentence.Of(exception, site.Secrets));

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
