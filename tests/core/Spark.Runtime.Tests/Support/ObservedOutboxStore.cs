using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Support;

/// <summary>The real outbox, which tells what was written.</summary>
public sealed class ObservedOutboxStore(IOutboxStore inner) : IOutboxStore
{
    public Announcements<(EffectAddress Address, OutboxStatus Status, string? Reason)> Ended { get; } = new();

    public Announcements<OutboxEntry> PutBack { get; } = new();

    public Announcements<int> Lost { get; } = new();

    public ValueTask<IReadOnlyList<OpenEntry>> ReadOpenAsync(EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        inner.ReadOpenAsync(after, limit, cancellationToken);

    public ValueTask BeginAttemptAsync(EffectAddress address, int attempts, CancellationToken cancellationToken) =>
        inner.BeginAttemptAsync(address, attempts, cancellationToken);

    public async ValueTask PutBackAsync(OutboxEntry entry, string? reason, CancellationToken cancellationToken)
    {
        await inner.PutBackAsync(entry, reason, cancellationToken);
        PutBack.Add(entry);
    }

    public async ValueTask EndAsync(EffectAddress address, OutboxStatus status, string? reason, CancellationToken cancellationToken)
    {
        await inner.EndAsync(address, status, reason, cancellationToken);
        Ended.Add((address, status, reason));
    }

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken)
    {
        await inner.MarkLostAsync(conversation, epoch, cancellationToken);
        Lost.Add(epoch);
    }
}
