using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Actions;

/// <summary>Runs an action of a plugin.</summary>
internal sealed class ActionRunner(IActionDirectory actions, IOutboxStore store, Node node, Persistence persistence, IOptions<OutboxOptions> options) : IDisposable
{
    private readonly SemaphoreSlim slots = new(options.Value.MostActions);

    public void Dispose() => slots.Dispose();

    public async Task<ActionEnd> RunAsync(OutboxEntry entry, CancellationToken stopping, CancellationToken running)
    {
        var invoke = (InvokeAction)entry.Effect;
        await slots.WaitAsync(stopping);
        try
        {
            if (entry.Attempts == 0 || entry.MayHaveArrived)
            {
                entry = entry with { Attempts = entry.Attempts + 1 };
                await persistence.InsistAsync(token => store.BeginAttemptAsync(node.Id, entry.Address, entry.Attempts, OutboxStatus.Claimed, token), stopping);
            }

            var result = await actions.ExecuteAsync(
                invoke.Action,
                invoke.Input,
                new() { EffectId = entry.Address.Id, Attempt = entry.Attempts, Language = invoke.Language, Person = invoke.Person },
                invoke.Timeout ?? options.Value.AwaitedTimeout,
                running);
            var status = result.Result switch
            {
                "failed" => OutboxStatus.Failed,
                "timeout" => OutboxStatus.Unknown,
                _ => OutboxStatus.Delivered,
            };
            return new(status, result.Result, result.Output, result.Reason);
        }
        finally
        {
            slots.Release();
        }
    }
}
