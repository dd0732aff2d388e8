using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Timers;

/// <summary>
/// Wakes conversations when something of theirs is due. Takes a page, wakes a few at a time, and takes the next: a million that are due at
/// once are worked off behind the messages that people send, not before them.
/// </summary>
internal sealed partial class TimerService(
    ITimerStore store, TurnRunner turns, Node node, WakeSignal signal, EffectSupervisor supervisor, TimeProvider time, ILogger<TimerService> logger) : BackgroundService
{
    private const int Page = 128;
    private const int AtOnce = 8;

    /// <summary>After how long a conversation that was taken is to be had again, should this node not come to it.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait: other nodes arm timers without telling.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WaitWhenAway = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The wait begins before the look, so that nothing that is armed meanwhile is missed.
                var earlier = signal.WaitBefore(time.GetUtcNow() + LongestWait);
                var page = await store.TakeDueAsync(await node.GetIdAsync(stoppingToken), time.GetUtcNow(), Hold, Page, stoppingToken);
                if (page.Due.Count > 0)
                {
                    await Parallel.ForEachAsync(page.Due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, WakeAsync);
                }
                else
                {
                    await WaitAsync(page.NextAt, earlier, stoppingToken);
                }
            }
            catch (StoreUnavailableException away)
            {
                LogAway(away.Code);
                await Task.Delay(WaitWhenAway, time, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(DateTimeOffset? nextAt, Task earlier, CancellationToken stopping)
    {
        var wait = nextAt - time.GetUtcNow() is { } until && until < LongestWait ? until : LongestWait;
        if (wait > TimeSpan.Zero)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(earlier, Task.Delay(wait, time, ending.Token));
            await ending.CancelAsync();
        }
    }

    // Its row is held, not gone: whatever goes wrong with one, it comes again, and the others are woken.
    private async ValueTask WakeAsync(Wake wake, CancellationToken cancellationToken) => await supervisor.TryAsync(
        "A conversation that is due",
        async () =>
        {
            try
            {
                await turns.WakeAsync(wake, cancellationToken);
            }
            catch (StoreUnavailableException away)
            {
                LogAway(away.Code);
            }
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: conversations that are due could not be woken; they are tried again")]
    private partial void LogAway(string code);
}
