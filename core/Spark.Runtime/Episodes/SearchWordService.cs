using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Episodes;

/// <summary>
/// Gives old conversations the words by which operators find them, in small pages with turns between, on every node: a page is in one hand.
/// When all have theirs, a look at an empty index remains, for as long as an older node may still write some without.
/// </summary>
internal sealed partial class SearchWordService(
    ISearchWordStore store, EffectSupervisor supervisor, TimeProvider time, ILogger<SearchWordService> logger) : BackgroundService
{
    private const int Page = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await supervisor.TryAsync("The words of old conversations", () => TryCatchUpAsync(stoppingToken), stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task TryCatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            LogAway(away.Code);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var done = await store.CatchUpAsync(Page, cancellationToken);
        var all = done;
        while (done == Page)
        {
            await Task.Delay(Pause, time, cancellationToken);
            done = await store.CatchUpAsync(Page, cancellationToken);
            all += done;
        }

        if (all > 0)
        {
            LogCaughtUp(all);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Conversations} conversations were given the words by which they are found")]
    private partial void LogCaughtUp(int conversations);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: conversations could not be given the words by which they are found; it is tried again")]
    private partial void LogAway(string code);
}
