using Spark.Runtime.Stores;

namespace Spark.Runtime.Accounts;

/// <summary>Keeps the tokens of scripts. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IAccessTokenStore
{
    /// <summary>All tokens, the oldest first; those that have ended too.</summary>
    ValueTask<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The token with a hash; null when there is none.</summary>
    ValueTask<AccessToken?> FindAsync(byte[] hash, CancellationToken cancellationToken);

    /// <summary>Adds a token.</summary>
    ValueTask AddAsync(AccessToken token, CancellationToken cancellationToken);

    /// <summary>Notes that a token was used.</summary>
    ValueTask TouchAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes a token, which ends at once on every node; false when there is none.</summary>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
