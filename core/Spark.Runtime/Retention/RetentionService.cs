using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Retention;

/// <summary>
/// Deletes what is older than it needs to be, in small pages, on one of the nodes. Two that do it at once hurt nobody. Where bots differ, what
/// was said with each goes by its episodes, and the sweep over the whole log takes what no bot keeps.
/// </summary>
internal sealed partial class RetentionService(
    IRetentionStore store,
    IBotRetentionStore bots,
    INodeStore nodes,
    Node node,
    EffectSupervisor supervisor,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionService> logger) : BackgroundService
{
    /// <summary>How many rows an episode is reckoned to have.</summary>
    private const int EventsOfEpisode = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Interval, time, stoppingToken);
            await supervisor.TryAsync("The sweep", () => SweepAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await IsMineAsync(cancellationToken))
            {
                await PruneAsync(cancellationToken);
            }
        }
        catch (StoreUnavailableException away)
        {
            LogAway(away.Code);
        }
    }

    private async Task<bool> IsMineAsync(CancellationToken cancellationToken)
    {
        var id = await node.GetIdAsync(cancellationToken);
        var living = await nodes.ListAsync(cancellationToken);
        return living.All(other => other.Id >= id);
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = new RetentionLimits(now - options.Value.Longest, now - options.Value.Seen) { Now = now };
        var rows = await PruneBotsAsync(now, cancellationToken);
        while (true)
        {
            var pruned = await store.PruneAsync(limits, options.Value.Page, cancellationToken);
            rows += pruned.Rows;
            if (pruned.IsDone)
            {
                break;
            }

            await Task.Delay(options.Value.Pause, time, cancellationToken);
        }

        LogPruned(rows);
    }

    private async Task<int> PruneBotsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.Bots.Count == 0)
        {
            return 0;
        }

        var rows = 0;
        var page = Math.Max(1, options.Value.Page / EventsOfEpisode);
        foreach (var bot in await bots.BotsAsync(cancellationToken))
        {
            var kept = options.Value.For(bot);
            while (kept < options.Value.Longest
                && await bots.PruneAsync(bot, now - kept, page, cancellationToken) is { Episodes: > 0 } gone)
            {
                rows += gone.Episodes + gone.Events;
                await Task.Delay(options.Value.Pause, time, cancellationToken);
            }
        }

        return rows;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rows} rows were deleted whose time to be kept is over")]
    private partial void LogPruned(int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: what is old could not be deleted; it is tried again with the next round")]
    private partial void LogAway(string code);
}
