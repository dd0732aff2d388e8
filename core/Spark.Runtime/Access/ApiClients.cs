using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Spark.Runtime.Access;

/// <summary>What operators do with API clients. Each change is audited.</summary>
public sealed class ApiClients(IApiClientStore store, IAuditStore audit, TimeProvider time)
{
    /// <summary>The permission to hand conversations over.</summary>
    public const string SparkApi = "spark-api";

    private const string Operator = "admin";
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
        if (!await store.TryAddAsync(client, cancellationToken))
        {
            return null;
        }

        await NoteAsync(
            "api-client.created",
            client.Id,
            cancellationToken,
            ("name", name),
            ("permissions", string.Join(' ', permissions)),
            ("domains", string.Join(' ', client.PrincipalDomains)));
        return new(client.Id, secret);
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
        if (!await store.PutSecretAsync(id, AccessSecrets.Hash(secret), time.GetUtcNow() + overlap, cancellationToken))
        {
            return null;
        }

        await NoteAsync("api-client.rotated", id, cancellationToken, ("overlap", overlap.ToString("c", CultureInfo.InvariantCulture)));
        return new(id, secret);
    }

    /// <summary>Ends a client and all its tokens at once; false when there is no such client, or it is revoked already.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        if (!await store.RevokeAsync(id, time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        await NoteAsync("api-client.revoked", id, cancellationToken);
        return true;
    }

    private ValueTask NoteAsync(string what, string id, CancellationToken cancellationToken, params (string Name, string Value)[] details)
    {
        var facts = details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal);
        var json = facts.Count == 0 ? null : JsonSerializer.Serialize(facts, AccessJson.Default.DictionaryStringString);
        return audit.AddAsync(new(0, time.GetUtcNow(), Operator, what, id, json), cancellationToken);
    }
}
