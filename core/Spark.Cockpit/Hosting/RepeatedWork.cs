using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Hosting;

/// <summary>Work that is done now and then while the host runs. What breaks is logged and done again: the cockpit's work must not end the host.</summary>
/// <param name="what">What it is, for the log.</param>
/// <param name="interval">The pause between two times.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says that it broke.</param>
internal abstract partial class RepeatedWork(string what, TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private const string Broken = "SPK11014";

    protected abstract Task DoAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (StoreUnavailableException away)
            {
                LogAway(away.Code, what);
            }
#pragma warning disable CA1031 // Whatever it is, the next time may go well, and without it the host would stop.
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogBroken(Broken, what, thrown.GetType().Name, thrown.TargetSite?.DeclaringType?.Name);
                LogDetail(what, thrown);
            }

            await Task.Delay(interval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: {What}: the database did not answer; it is tried again")]
    private partial void LogAway(string code, string what);

    // An exception's message may quote somebody: above Debug only its type and place are logged.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: {What} broke with {Exception} in {Place}; it is tried again")]
    private partial void LogBroken(string code, string what, string exception, string? place);

    [LoggerMessage(Level = LogLevel.Debug, Message = "How {What} broke")]
    private partial void LogDetail(string what, Exception thrown);
}
