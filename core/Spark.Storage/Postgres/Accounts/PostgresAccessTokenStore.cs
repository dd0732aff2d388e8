using Npgsql;
using NpgsqlTypes;
using Spark.Runtime.Accounts;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Accounts;

/// <summary>The tokens of scripts in PostgreSQL.</summary>
internal sealed class PostgresAccessTokenStore(PostgresDatabase database) : IAccessTokenStore
{
    private const char Separator = ' ';
    private const string Columns = "SELECT id, name, hash, rights, bots, made_by, created_at, expires_at, used_at FROM access_tokens";

    private const string Add =
        "INSERT INTO access_tokens (id, name, hash, rights, bots, made_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    public ValueTask<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(Columns + " ORDER BY created_at, id", Read, cancellationToken);

    public async ValueTask<AccessToken?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(Columns + " WHERE hash = $1", Read, cancellationToken, Of(hash));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask AddAsync(AccessToken token, CancellationToken cancellationToken) => await database.Sessions.ExecuteAsync(
        Add,
        cancellationToken,
        Of(token.Id),
        Of(token.Name),
        Of(token.Hash),
        Of(string.Join(Separator, token.Rights)),
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)BotNames.Text(token.Bots) ?? DBNull.Value },
        Of(token.MadeBy),
        Of(UnixTime.Of(token.CreatedAt)),
        Of(UnixTime.Of(token.ExpiresAt)));

    public async ValueTask TouchAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("UPDATE access_tokens SET used_at = $2 WHERE id = $1", cancellationToken, Of(id), Of(UnixTime.Of(at)));

    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM access_tokens WHERE id = $1", cancellationToken, Of(id)) == 1;

    private static AccessToken Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Hash = row.GetFieldValue<byte[]>(2),
        Rights = row.GetString(3).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        Bots = row.IsDBNull(4) ? null : BotNames.Read(row.GetString(4)),
        MadeBy = row.GetString(5),
        CreatedAt = UnixTime.Read(row.GetInt64(6)),
        ExpiresAt = UnixTime.Read(row.GetInt64(7)),
        UsedAt = row.IsDBNull(8) ? null : UnixTime.Read(row.GetInt64(8)),
    };
}
