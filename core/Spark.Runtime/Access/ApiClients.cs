using System.Security.Cryptography;

namespace Spark.Runtime.Access;

/// <summary>What operators do with API clients. The admin API's routes audit it.</summary>
public sealed class ApiClients(IApiClientStore store, TimeProvider time)
{
    /// <summary>The permission to hand conversations over.</summary>
    public const string SparkApi = "spark-api";

    private const string IdAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 16;

    /// <summary>The permissions that there are.</summary>
    public static IReadOnlyList<string> Permissions { get; } = [SparkApi];

    /// <summary>Makes a client.</summary>
    /// <param name="name">Its name; people are shown it.</param>
    /// <param name="permissions">What it may do.</param>
    /// <param name="domains">The domains of the people that it may speak for; empty for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its secret; null when the name is taken.</returns>
    public async Task<NewSecret?> CreateAsync(
        string name, IReadOnlyList<string> permissions, IReadOnlyList<string> domains, CancellationToken cancellationToken)
    {
        var secret = AccessSecrets.New();
        var client = new ApiClient
        {
            Id = "spark-" + RandomNumberGenerator.GetString(IdAlphabet, IdLength),
            Name = name,
            Permissions = permissions,
            PrincipalDomains = [.. domains.Select(domain => domain.TrimStart('@').ToLowerInvariant())],
            CreatedAt = time.GetUtcNow(),
            SecretHash = AccessSecrets.Hash(secret),
        };
        return await store.TryAddAsync(client, cancellationToken) ? new(client.Id, secret) : null;
    }

    /// <summary>All clients, the oldest first.</summary>
    public ValueTask<IReadOnlyList<ApiClient>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    /// <summary>Gives a client a new secret.</summary>
    /// <param name="id">The client.</param>
    /// <param name="overlap">How long the present secret still holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secret; null when there is no such client, or it is revoked.</returns>
    public async Task<NewSecret?> RotateAsync(string id, TimeSpan overlap, CancellationToken cancellationToken)
    {
        var secret = AccessSecrets.New();
        return await store.PutSecretAsync(id, AccessSecrets.Hash(secret), time.GetUtcNow() + overlap, cancellationToken) ? new(id, secret) : null;
    }

    /// <summary>Ends a client and all its tokens at once; false when there is no such client, or it is revoked already.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken) =>
        await store.RevokeAsync(id, time.GetUtcNow(), cancellationToken);
}
