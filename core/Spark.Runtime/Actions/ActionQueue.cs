using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Telemetry;

namespace Spark.Runtime.Actions;

/// <summary>Sees an action through: to its result in its conversation, or to its place among those that an operator looks at.</summary>
internal sealed class ActionQueue(
    ActionRunner runner,
    EffectResults results,
    EffectsUnderWay underWay,
    EndWriter ends,
    EffectSupervisor supervisor,
    IOutboxStore store,
    RetryDelay delay,
    TimeProvider time)
{
    /// <summary>Sees an action through.</summary>
    /// <param name="run">The action.</param>
    /// <param name="stopping">Ends the waits before the call.</param>
    /// <param name="running">Ends the call, and the write of its result.</param>
    public async Task RunAsync(ActionRun run, CancellationToken stopping, CancellationToken running)
    {
        using var span = SparkTelemetry.StartEffect(run.Entry);
        var address = run.Entry.Address;
        for (var breaks = 1; ; breaks++)
        {
            if (await supervisor.TryAsync($"Action {address.Id}", () => AttemptOnceAsync(run, stopping, running), stopping))
            {
                return;
            }

            if (breaks == LaneRunner.MostBreaks)
            {
                await GiveUpAsync(run, running);
                return;
            }

            await supervisor.TryAsync($"Action {address.Id}", () => WaitAsync(run, breaks, stopping), stopping);
            if (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task AttemptOnceAsync(ActionRun run, CancellationToken stopping, CancellationToken running)
    {
        var address = run.Entry.Address;
        if (!await underWay.BeginAsync(address))
        {
            return;
        }

        var hasEnded = false;
        try
        {
            hasEnded = await AttemptAsync(run, stopping, running);
        }
        finally
        {
            underWay.End(address, hasEnded);
        }
    }

    private async Task<bool> AttemptAsync(ActionRun run, CancellationToken stopping, CancellationToken running)
    {
        if (run.End is null && !await runner.RunAsync(run, stopping, running))
        {
            return false;
        }

        await results.ActionAsync(run.Entry, run.End!, running);
        return true;
    }

    private async Task WaitAsync(ActionRun run, int breaks, CancellationToken stopping)
    {
        var wait = delay.After(breaks, asked: null);
        if (run is { End: null, Entry.Status: not OutboxStatus.Started })
        {
            run.Entry = run.Entry with { Status = OutboxStatus.Pending, DueAt = time.GetUtcNow() + wait };
            await store.PutBackAsync(run.Node, run.Entry, $"{OutboxCodes.Broken}: it broke inside the runtime.", stopping);
        }

        await Task.Delay(wait, time, stopping);
    }

    private async Task GiveUpAsync(ActionRun run, CancellationToken running)
    {
        var reason = $"{OutboxCodes.Broken}: it broke inside the runtime {LaneRunner.MostBreaks} times.";
        var end = run.End ?? (run.Entry.Status == OutboxStatus.Started
            ? new ActionEnd(OutboxStatus.Unknown, "unknown", default, reason)
            : new ActionEnd(OutboxStatus.Failed, "failed", default, reason));
        var address = run.Entry.Address;
        if (!await supervisor.TryAsync($"The result of action {address.Id}", () => results.ActionAsync(run.Entry, end, running), running))
        {
            await ends.AddAsync(run.Node, new(address, end.Status, reason), running);
            RuntimeMetrics.EffectEnded(run.Entry, end.Status);
        }
    }
}
