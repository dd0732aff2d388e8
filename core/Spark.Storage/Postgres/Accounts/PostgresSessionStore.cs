using Spark.Runtime.Accounts;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Accounts;

/// <summary>Who is signed in, in PostgreSQL.</summary>
internal sealed class PostgresSessionStore(PostgresDatabase database) : ISessionStore
{
    private const string Add =
        "WITH old AS (DELETE FROM sessions WHERE used_at < $6) INSERT INTO sessions (id, account, csrf, created_at, used_at) VALUES ($1, $2, $3, $4, $5)";

    public async ValueTask AddAsync(Session session, DateTimeOffset forgetBefore, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync(
            Add,
            cancellationToken,
            Of(session.Id),
            Of(session.Account),
            Of(session.Csrf),
            Of(UnixTime.Of(session.CreatedAt)),
            Of(UnixTime.Of(session.UsedAt)),
            Of(UnixTime.Of(forgetBefore)));

    public async ValueTask<Session?> FindAsync(byte[] id, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(
            "SELECT account, csrf, created_at, used_at FROM sessions WHERE id = $1",
            row => new Session
            {
                Id = id,
                Account = row.GetString(0),
                Csrf = row.GetString(1),
                CreatedAt = UnixTime.Read(row.GetInt64(2)),
                UsedAt = UnixTime.Read(row.GetInt64(3)),
            },
            cancellationToken,
            Of(id));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask TouchAsync(byte[] id, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("UPDATE sessions SET used_at = $2 WHERE id = $1", cancellationToken, Of(id), Of(UnixTime.Of(at)));

    public async ValueTask RemoveAsync(byte[] id, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM sessions WHERE id = $1", cancellationToken, Of(id));

    public async ValueTask RemoveOfAsync(string account, CancellationToken cancellationToken) =>
        await database.Sessions.ExecuteAsync("DELETE FROM sessions WHERE account = $1", cancellationToken, Of(account));
}
