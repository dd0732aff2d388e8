using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Telemetry;

namespace Spark.Runtime.Nodes;

/// <summary>
/// Keeps this node among the living, goes on under a new id when it was taken for dead, and takes over what others leave. Starts before
/// all that acts, and stops after it: what is left open then is free for others at once.
/// </summary>
internal sealed partial class NodeService(
    Node node,
    INodeStore store,
    EffectsInHand hand,
    OutboxTakeOver takeOver,
    EffectSupervisor supervisor,
    IOptions<NodeOptions> options,
    TimeProvider time,
    ILogger<NodeService> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (node.Id is var id and not 0)
        {
            await supervisor.TryAsync("The release of the lease", () => GuardAsync(token => ReleaseAsync(id, token), cancellationToken), cancellationToken);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(KeepLeaseAsync, () => Task.Delay(options.Value.Renewal, time, stoppingToken), stoppingToken),
        RepeatAsync(TakeOverAsync, NextChange, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> work, Func<Task> next, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var pause = next();
            await supervisor.TryAsync("The node's work", () => GuardAsync(work, stopping), stopping);
            await supervisor.TryAsync("The node's pause", () => pause.WaitAsync(stopping), stopping);
        }
    }

    // Every renewal is a change, and a new id is one at once.
    private Task NextChange() => node.Changed;

    private async Task KeepLeaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RenewAsync(cancellationToken);
        }
        finally
        {
            RuntimeMetrics.LeaseSeen(node.MayAct);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var id = await node.GetIdAsync(cancellationToken);
        if (!await node.RenewAsync(cancellationToken))
        {
            await node.JoinAsync(id, cancellationToken);
        }

        var living = await store.ListAsync(cancellationToken);
        node.HasPeers = living.Any(other => other.Id != node.Id);
    }

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        hand.AbandonAllBut(await node.GetIdAsync(cancellationToken));
        await takeOver.RunAsync(cancellationToken);
    }

    private async Task ReleaseAsync(long id, CancellationToken cancellationToken)
    {
        await store.ReleaseAsync(id, cancellationToken);
        LogReleased(id);
    }

    private async Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            LogAway(away.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Node} has put everything down")]
    private partial void LogReleased(long node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: the database did not answer the node; it tries again")]
    private partial void LogAway(string code);
}
