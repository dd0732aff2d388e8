using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Host.Rehearsing;

/// <summary>The store of the outbox behind a gate.</summary>
internal sealed class GatedOutbox(IOutboxStore inner, WriteGate gate) : IOutboxStore
{
    public async ValueTask<bool> BeginAttemptAsync(long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken)
    {
        await gate.EnterAsync();
        var isOurs = await inner.BeginAttemptAsync(node, address, attempts, status, cancellationToken);
        await gate.PassAsync();
        return isOurs;
    }

    public async ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken)
    {
        await gate.EnterAsync();
        var isOurs = await inner.PutBackAsync(node, entry, reason, cancellationToken);
        await gate.PassAsync();
        return isOurs;
    }

    public async ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken)
    {
        await gate.EnterAsync();
        await inner.EndAsync(node, ended, cancellationToken);
        await gate.PassAsync();
    }

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken)
    {
        await gate.EnterAsync();
        await inner.MarkLostAsync(conversation, epoch, cancellationToken);
        await gate.PassAsync();
    }
}
