using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Effects in memory.</summary>
internal sealed class FakeOutboxDesk : IOutboxDesk
{
    public List<ListedEffect> Effects { get; } = [];

    public List<(EffectAddress Address, string Reason)> Dropped { get; } = [];

    public ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ListedEffect>>(
        [
            .. Effects
                .Where(effect => statuses.Contains(effect.Entry.Status) && (after is null || effect.Entry.Address > after))
                .OrderBy(effect => effect.Entry.Address)
                .Take(limit),
        ]);

    public ValueTask<OpenEntry?> RetryAsync(EffectAddress address, long node, CancellationToken cancellationToken)
    {
        var found = Effects.FindIndex(effect => effect.Entry.Address == address && HasEndedBadly(effect));
        if (found < 0)
        {
            return ValueTask.FromResult<OpenEntry?>(null);
        }

        var entry = Effects[found].Entry with { Status = OutboxStatus.Pending, IsLate = true };
        Effects[found] = new(entry, null, node);
        return ValueTask.FromResult<OpenEntry?>(new(entry, entry.Epoch));
    }

    public ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken)
    {
        var removed = Effects.RemoveAll(effect => effect.Entry.Address == address && HasEndedBadly(effect)) > 0;
        if (removed)
        {
            Dropped.Add((address, reason));
        }

        return ValueTask.FromResult(removed);
    }

    public ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new OutboxDepth(0, null));

    private static bool HasEndedBadly(ListedEffect effect) => effect.Entry.Status is OutboxStatus.Failed or OutboxStatus.Unknown;
}
