using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Nodes;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>Brings the ends of awaited effects back into their conversations: exactly one event an effect, whatever happens.</summary>
internal sealed class EffectResults(
    TurnRunner turns, EndWriter ends, Node node, Persistence persistence, TimeProvider time, ISeedSource seeds)
{
    /// <summary>The message that gives the conversation away has ended.</summary>
    public Task HandoverAsync(OutboxEntry entry, EffectEnd end, CancellationToken cancellationToken) =>
        RecordAsync(
            entry,
            end.Status,
            new HandoverEnded
            {
                At = time.GetUtcNow(),
                Seed = seeds.Next(),
                Effect = entry.Address.Effect,
                Succeeded = end.IsLost || end.Status is OutboxStatus.Delivered or OutboxStatus.Answered,
                Reason = end.Reason,
            },
            cancellationToken);

    /// <summary>An action has ended.</summary>
    public Task ActionAsync(OutboxEntry entry, Actions.ActionEnd end, CancellationToken cancellationToken) =>
        RecordAsync(
            entry,
            end.Status,
            new ActionEnded
            {
                At = time.GetUtcNow(),
                Seed = seeds.Next(),
                Effect = entry.Address.Effect,
                Result = end.Result,
                Output = end.Output,
                IsFinal = end.IsFinal,
                RetryAfter = end.RetryAfter,
                Events = end.Events.Count > 0 ? end.Events : null,
                Exchanges = end.Exchanges,
                Reason = end.Reason,
            },
            cancellationToken);

    /// <summary>A provider has decided.</summary>
    public Task OffloadAsync(
        OutboxEntry entry, OutboxStatus status, OffloadDecision decision, IReadOnlyList<Exchange>? exchanges, CancellationToken cancellationToken) =>
        RecordAsync(
            entry,
            status,
            new OffloadDecided
            {
                At = time.GetUtcNow(),
                Seed = seeds.Next(),
                Effect = entry.Address.Effect,
                Decision = decision,
                Connection = decision.ExternalId is null ? null : (entry.Effect as OpenOffload)?.Connection,
                Reason = decision.Reason,
                Exchanges = exchanges,
            },
            cancellationToken);

    private async Task RecordAsync(OutboxEntry entry, OutboxStatus status, EffectEnded ended, CancellationToken cancellationToken)
    {
        await persistence.InsistAsync(
            async token =>
            {
                var accepted = await turns.RecordAsync(entry, status, ended, token);
                if (accepted.IsDuplicate)
                {
                    // Its result came before; should its row be open all the same, it ends here.
                    await ends.AddAsync(node.Id, new(entry.Address, status, ended.Reason), token);
                }
            },
            cancellationToken);
        RuntimeMetrics.EffectEnded(entry, status);
    }
}
