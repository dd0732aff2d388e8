using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Pacing;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Telemetry;

/// <summary>Measures now and then what no event tells: how full the outbox is, and what waits for its next try.</summary>
internal sealed partial class OutboxSampler(IOutboxDesk desk, RetryPaces paces, EffectSupervisor supervisor, TimeProvider time, ILogger<OutboxSampler> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await supervisor.TryAsync("The measuring of the outbox", () => SampleAsync(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SampleAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, waiting) in paces.Waiting)
        {
            RuntimeMetrics.RetriesMeasured(name, waiting);
        }

        if (!RuntimeMetrics.WantsOutbox)
        {
            return;
        }

        try
        {
            var depth = await desk.MeasureAsync(cancellationToken);
            var age = depth.OldestAt is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
            RuntimeMetrics.OutboxMeasured(depth.Open, age > TimeSpan.Zero ? age : TimeSpan.Zero);
        }
        catch (StoreUnavailableException away)
        {
            LogAway(away.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Code}: the outbox could not be measured")]
    private partial void LogAway(string code);
}
