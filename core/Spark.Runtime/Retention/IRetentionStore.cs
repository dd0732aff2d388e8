using Spark.Runtime.Stores;

namespace Spark.Runtime.Retention;

/// <summary>Deletes what is older than it needs to be, a page at a time.</summary>
public interface IRetentionStore
{
    /// <summary>Deletes a page. Open effects, open episodes and states are never deleted.</summary>
    /// <param name="before">The limits: what is older goes.</param>
    /// <param name="limit">The most rows to look at, so that no call holds the writer for long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many rows went, and whether there may be more.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<Pruned> PruneAsync(RetentionLimits before, int limit, CancellationToken cancellationToken);
}
