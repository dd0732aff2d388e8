using Spark.Runtime.Stores;

namespace Spark.Runtime.Access;

/// <summary>Keeps API clients. Every member may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IApiClientStore
{
    /// <summary>Adds a client; false when its name is taken by one that is not revoked.</summary>
    ValueTask<bool> TryAddAsync(ApiClient client, CancellationToken cancellationToken);

    /// <summary>The client of an id; null when there is none.</summary>
    ValueTask<ApiClient?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All clients, the oldest first.</summary>
    ValueTask<IReadOnlyList<ApiClient>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Gives a client a new secret; the present one holds on until a time. False when there is no such client, or it is revoked.</summary>
    ValueTask<bool> PutSecretAsync(string id, byte[] secretHash, DateTimeOffset previousUntil, CancellationToken cancellationToken);

    /// <summary>Revokes a client, and with it all its tokens, in one write; false when there is no such client, or it is revoked already.</summary>
    ValueTask<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);
}
