using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Operations;

/// <summary>What operators do about effects that have not arrived.</summary>
public sealed class OutboxOperations(IOutboxDesk desk, Node node, OutboxHandover handover)
{
    /// <summary>What an operator has to look at: effects that failed, and those of which it cannot be told.</summary>
    public static IReadOnlyCollection<OutboxStatus> Dead { get; } = [OutboxStatus.Failed, OutboxStatus.Unknown];

    /// <summary>Reads a page of effects, the oldest first.</summary>
    /// <param name="statuses">Which ones.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken) =>
        desk.ListAsync(statuses, after, limit, cancellationToken);

    /// <summary>
    /// Lets a failed or unknown effect be done once more, now. The result of one that was awaited comes as a late event, beside the one
    /// that it gave before.
    /// </summary>
    /// <param name="address">The effect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it is neither failed nor unknown.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<bool> RetryAsync(EffectAddress address, CancellationToken cancellationToken)
    {
        var hand = await node.GetIdAsync(cancellationToken);
        if (await desk.RetryAsync(address, hand, cancellationToken) is not { } open)
        {
            return false;
        }

        handover.Hand(new(address.Conversation, open.CurrentEpoch, [open.Entry], hand, MustLookAhead: node.HasPeers));
        return true;
    }

    /// <summary>Ends a failed or unknown effect for good.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it is neither failed nor unknown.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return desk.DropAsync(address, reason, cancellationToken);
    }

    /// <summary>Counts the open effects, and tells how old the oldest is.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken) => desk.MeasureAsync(cancellationToken);
}
