using Npgsql;
using Spark.Runtime.Access;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Access;

/// <summary>API clients and their tokens in PostgreSQL.</summary>
internal sealed class PostgresApiClientStore(PostgresDatabase database) : IApiClientStore, IApiTokenStore
{
    private const char Separator = ' ';

    private const string Columns = "c.id, c.name, c.permissions, c.domains, c.created_at, c.revoked_at, c.secret, c.previous_secret, c.previous_until";

    private const string Find = $"SELECT {Columns} FROM api_clients c WHERE c.id = $1";

    private const string List = $"SELECT {Columns} FROM api_clients c ORDER BY c.created_at, c.id";

    private const string FindByToken =
        $"SELECT {Columns} FROM api_tokens t JOIN api_clients c ON c.id = t.client WHERE t.hash = $1 AND t.expires_at > $2 AND c.revoked_at IS NULL";

    private const string Add =
        """
        INSERT INTO api_clients (id, name, permissions, domains, created_at, secret) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
        """;

    private const string PutSecret =
        "UPDATE api_clients SET previous_secret = secret, previous_until = $3, secret = $2 WHERE id = $1 AND revoked_at IS NULL";

    private const string Revoke =
        """
        WITH revoked AS (UPDATE api_clients SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id),
        dropped AS (DELETE FROM api_tokens WHERE client = $1)
        SELECT count(*) FROM revoked
        """;

    // A client that was revoked a moment ago gets none.
    private const string AddToken =
        """
        WITH dropped AS (DELETE FROM api_tokens WHERE expires_at <= $4)
        INSERT INTO api_tokens (hash, client, expires_at) SELECT $1, id, $3 FROM api_clients WHERE id = $2 AND revoked_at IS NULL
        """;

    public async ValueTask<bool> TryAddAsync(ApiClient client, CancellationToken cancellationToken) => await database.Sessions.ExecuteAsync(
        Add,
        cancellationToken,
        Of(client.Id),
        Of(client.Name),
        Of(string.Join(Separator, client.Permissions)),
        Of(string.Join(Separator, client.PrincipalDomains)),
        Of(UnixTime.Of(client.CreatedAt)),
        Of(client.SecretHash)) == 1;

    public async ValueTask<ApiClient?> FindAsync(string id, CancellationToken cancellationToken) =>
        First(await database.Sessions.ReadAsync(Find, Read, cancellationToken, Of(id)));

    public async ValueTask<IReadOnlyList<ApiClient>> ListAsync(CancellationToken cancellationToken) =>
        await database.Sessions.ReadAsync(List, Read, cancellationToken);

    public async ValueTask<bool> PutSecretAsync(string id, byte[] secretHash, DateTimeOffset previousUntil, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(PutSecret, cancellationToken, Of(id), Of(secretHash), Of(UnixTime.Of(previousUntil))) == 1;

    public async ValueTask<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await database.Sessions.ReadAsync(Revoke, row => row.GetInt64(0), cancellationToken, Of(id), Of(UnixTime.Of(at))))[0] == 1;

    public async ValueTask PutAsync(byte[] hash, string client, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(AddToken, cancellationToken, Of(hash), Of(client), Of(UnixTime.Of(expiresAt)), Of(UnixTime.Of(now)));

    public async ValueTask<ApiClient?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        First(await database.Sessions.ReadAsync(FindByToken, Read, cancellationToken, Of(hash), Of(UnixTime.Of(now))));

    private static ApiClient? First(IReadOnlyList<ApiClient> found) => found.Count > 0 ? found[0] : null;

    private static ApiClient Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Permissions = row.GetString(2).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        PrincipalDomains = row.GetString(3).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        CreatedAt = Time(row.GetInt64(4)),
        RevokedAt = row.IsDBNull(5) ? null : Time(row.GetInt64(5)),
        SecretHash = row.GetFieldValue<byte[]>(6),
        PreviousHash = row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
        PreviousUntil = row.IsDBNull(8) ? null : Time(row.GetInt64(8)),
    };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
