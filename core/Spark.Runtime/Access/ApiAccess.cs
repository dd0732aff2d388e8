using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Spark.Access;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Access;

/// <summary>Tokens for API clients: opaque, random and stored as hashes, so that nodes share no key and a revoked client is out at once.</summary>
public sealed partial class ApiAccess(
    IApiClientStore clients, IApiTokenStore tokens, IAuditTrail audit, TimeProvider time, ILogger<ApiAccess> logger) : IApiAccess
{
    /// <summary>How long a token holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(900);

    private const int LongestClaim = 100;

    // What an unknown client's secret is compared with, so that it takes the same time.
    private static readonly byte[] Nobody = AccessSecrets.Hash(AccessSecrets.New());

    private readonly WrongSecrets wrong = new(time);

    /// <inheritdoc/>
    public async ValueTask<ApiToken?> IssueTokenAsync(ApiCredentials credentials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        try
        {
            var client = await clients.FindAsync(credentials.ClientId, cancellationToken);
            var now = time.GetUtcNow();
            if (!Fits(client, AccessSecrets.Hash(credentials.Secret), now))
            {
                await RefuseAsync(credentials, client, cancellationToken);
                return null;
            }

            var token = AccessSecrets.New();
            await tokens.PutAsync(AccessSecrets.Hash(token), client!.Id, now + Lifetime, now, cancellationToken);
            return new(token, Lifetime);
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiCaller?> FindCallerAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.FindAsync(AccessSecrets.Hash(token), time.GetUtcNow(), cancellationToken) is { } client
                ? new() { ClientId = client.Id, Name = client.Name, Permissions = client.Permissions, PrincipalDomains = client.PrincipalDomains }
                : null;
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }

    // All comparisons are made, whatever the first ones say: time tells nothing.
    private static bool Fits(ApiClient? client, byte[] secret, DateTimeOffset now)
    {
        var present = CryptographicOperations.FixedTimeEquals(client?.SecretHash ?? Nobody, secret);
        var previous = CryptographicOperations.FixedTimeEquals(client?.PreviousHash ?? Nobody, secret) & (client?.PreviousUntil > now);
        return (present | previous) & (client is { RevokedAt: null });
    }

    private async ValueTask RefuseAsync(ApiCredentials credentials, ApiClient? client, CancellationToken cancellationToken)
    {
        var hold = wrong.Note(credentials.Source);
        LogWrong(client?.Id ?? "unknown", credentials.Source, hold.TotalMilliseconds);
        await Task.Delay(hold, time, cancellationToken);
        var claimed = credentials.ClientId.Length > LongestClaim ? credentials.ClientId[..LongestClaim] : credentials.ClientId;
        await audit.WriteAsync(
            new() { Actor = client is null ? "unknown" : $"api-client:{client.Id}", What = client is { RevokedAt: not null } ? "token.refused.revoked" : "token.refused", Subject = claimed },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong secret was presented for API client {Client} from {Source}; the answer was held back for {Milliseconds} ms")]
    private partial void LogWrong(string client, string? source, double milliseconds);
}
