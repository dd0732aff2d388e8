using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Operations;

/// <summary>Lets operators see effects, and decide about those that have not arrived.</summary>
public interface IOutboxDesk
{
    /// <summary>Reads a page of effects, the oldest first.</summary>
    /// <param name="statuses">Which ones.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<ListedEffect>> ListAsync(
        IReadOnlyCollection<OutboxStatus> statuses, EffectAddress? after, int limit, CancellationToken cancellationToken);

    /// <summary>Opens a failed or unknown effect again, in the hands of a node and marked late. Null when it is neither.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="node">Who is to do it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<OpenEntry?> RetryAsync(EffectAddress address, long node, CancellationToken cancellationToken);

    /// <summary>Ends a failed or unknown effect for good as cancelled. False when it is neither.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<bool> DropAsync(EffectAddress address, string reason, CancellationToken cancellationToken);

    /// <summary>Counts the open effects, and tells since when the oldest waits that needs no request to leave.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<OutboxDepth> MeasureAsync(CancellationToken cancellationToken);
}
