using Spark.Runtime.Stores;

namespace Spark.Runtime.Access;

/// <summary>Keeps the audit. Every member may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry.</summary>
    ValueTask AddAsync(AuditRecord entry, CancellationToken cancellationToken);

    /// <summary>The entries before a number, the newest first.</summary>
    /// <param name="search">Which.</param>
    /// <param name="before">The number; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="limit">The most to return.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditSearch search, long before, int limit, CancellationToken cancellationToken);
}
