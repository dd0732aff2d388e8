using Microsoft.Extensions.Options;
using Spark.Runtime.Exchanges;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Actions;

/// <summary>Runs an action of a plugin.</summary>
internal sealed class ActionRunner(
    IActionDirectory actions,
    IOutboxStore store,
    Node node,
    Persistence persistence,
    RetryDelay delay,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ConversationSeals seals) : IDisposable
{
    private readonly SemaphoreSlim slots = new(options.Value.MostActions);

    public void Dispose() => slots.Dispose();

    /// <summary>Runs an action until it has ended.</summary>
    /// <param name="run">The action; what becomes of it is noted there.</param>
    /// <param name="stopping">Ends the waits before the call.</param>
    /// <param name="running">Ends the call.</param>
    /// <returns>False when it is not in this node's hands any more.</returns>
    public async Task<bool> RunAsync(ActionRun run, CancellationToken stopping, CancellationToken running)
    {
        run.End = EndWithoutCall(run);
        if (run.End is not null)
        {
            return true;
        }

        var now = time.GetUtcNow();
        if (delay.Due(run.Entry.DueAt, now) is var due && due > now)
        {
            await Task.Delay(due - now, time, stopping);
        }

        await slots.WaitAsync(stopping);
        try
        {
            // Asked on both sides of the write: what is marked as begun and is not called ends as unknown.
            if (!await node.MayActAsAsync(run.Node, stopping) || !await BeginAsync(run, stopping) || !await node.MayActAsAsync(run.Node, stopping))
            {
                return false;
            }

            run.End = await CallAsync(run, running);
            return true;
        }
        finally
        {
            slots.Release();
        }
    }

    private static string ActionOf(ActionRun run) => run.Invoke.Action;

    private bool IsRepeatable(ActionRun run) => actions.IsRepeatable(run.Invoke.Action, run.Invoke.Input, run.Context);

    private ActionEnd? EndWithoutCall(ActionRun run)
    {
        var entry = run.Entry;
        if (entry.Status == OutboxStatus.Started)
        {
            return new(OutboxStatus.Unknown, "unknown", default, $"{OutboxCodes.Started}: the process ended while '{ActionOf(run)}' ran, which must not be repeated. Whether it has acted cannot be told.");
        }

        if (entry.Epoch < run.Epoch)
        {
            return new(OutboxStatus.Cancelled, "failed", default, EffectEnd.Superseded.Reason);
        }

        return IsInDoubt(run) && Reclaim.IsSetAside(entry)
            ? new(OutboxStatus.Failed, "failed", default, Reclaim.ReasonOf(entry, ActionOf(run)))
            : null;
    }

    // One that must not be repeated is marked as begun before its call: without that mark it was not called.
    private bool IsInDoubt(ActionRun run) => run.IsDoubtful && Reclaim.IsInDoubt(run.Entry) && IsRepeatable(run);

    private async Task<bool> BeginAsync(ActionRun run, CancellationToken stopping)
    {
        if (IsInDoubt(run))
        {
            var renewed = Reclaim.Renew(run.Entry);
            if (!run.Entry.MayHaveArrived && !await persistence.InsistAsync(token => store.PutBackAsync(run.Node, renewed, null, token), stopping))
            {
                return false;
            }

            run.Entry = renewed;
        }

        run.IsDoubtful = false;
        var entry = run.Entry;
        var isCounted = entry is { Status: OutboxStatus.Claimed, Attempts: > 0 };
        var status = IsRepeatable(run) ? OutboxStatus.Claimed : OutboxStatus.Started;
        if (isCounted && status == OutboxStatus.Claimed)
        {
            return true;
        }

        run.Entry = entry with { Attempts = isCounted ? entry.Attempts : entry.Attempts + 1, Status = status, DueAt = null };
        return await persistence.InsistAsync(
            token => store.BeginAttemptAsync(run.Node, entry.Address, run.Entry.Attempts, status, token), stopping);
    }

    private async Task<ActionEnd> CallAsync(ActionRun run, CancellationToken running)
    {
        var invoke = run.Invoke;
        using var told = ExchangeLog.Begin();
        var result = await actions.ExecuteAsync(
            invoke.Action, seals.Open(invoke.Input), run.Context, invoke.Timeout ?? options.Value.AwaitedTimeout, running);
        var status = result.Result switch
        {
            "failed" => OutboxStatus.Failed,
            "timeout" or "unknown" => OutboxStatus.Unknown,
            _ => OutboxStatus.Delivered,
        };
        return new(status, result.Result, result.Output, result.Reason) { IsFinal = result.IsFinal, RetryAfter = result.RetryAfter, Events = result.Events, Exchanges = told.Close(SealedValues.IsSealed(invoke.Input)) };
    }
}
