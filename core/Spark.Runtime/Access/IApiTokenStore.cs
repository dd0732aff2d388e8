using Spark.Runtime.Stores;

namespace Spark.Runtime.Access;

/// <summary>Keeps the hashes of tokens. Every member may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IApiTokenStore
{
    /// <summary>Keeps a token's hash, and forgets tokens that have expired.</summary>
    ValueTask PutAsync(byte[] hash, string client, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The client of a token that has not expired, when it is not revoked; null for none.</summary>
    ValueTask<ApiClient?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);
}
