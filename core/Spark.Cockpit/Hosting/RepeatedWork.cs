using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Hosting;

/// <summary>Work that is done now and then while the host runs. What breaks is logged and done again: the cockpit's work must not end the host.</summary>
/// <param name="what">What it is, for the log.</param>
/// <param name="interval">The pause between two times.</param>
/// <param name="supervisor">Catches what breaks.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says that the database is away.</param>
internal abstract partial class RepeatedWork(string what, TimeSpan interval, EffectSupervisor supervisor, TimeProvider time, ILogger logger) : BackgroundService
{
    protected abstract Task DoAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await supervisor.TryAsync(what, () => TryOnceAsync(stoppingToken), stoppingToken);
            await Task.Delay(interval, time, stoppingToken);
        }
    }

    private async Task TryOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            LogAway(away.Code, what);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: {What}: the database did not answer; it is tried again")]
    private partial void LogAway(string code, string what);
}
