using Spark.Runtime.Accounts;

namespace Spark.Storage.Sqlite.Accounts;

/// <summary>The tokens of scripts in SQLite.</summary>
internal sealed class SqliteAccessTokenStore(SqliteDatabase database) : IAccessTokenStore
{
    private const char Separator = ' ';

    public ValueTask<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<AccessToken>>(
        statements =>
        {
            var tokens = new List<AccessToken>();
            using var rows = statements.AccessTokens.Read();
            while (rows.Next())
            {
                tokens.Add(Read(rows));
            }

            return tokens;
        },
        cancellationToken);

    public ValueTask<AccessToken?> FindAsync(byte[] hash, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var rows = statements.AccessToken.Bind(hash).Read();
            return rows.Next() ? Read(rows) : null;
        },
        cancellationToken);

    public async ValueTask AddAsync(AccessToken token, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(token, static (statements, it) => statements.Accounts.AddToken
            .Bind(it.Id).Bind(it.Name).Bind(it.Hash).Bind(string.Join(Separator, it.Rights)).Bind(BotNames.Text(it.Bots)).Bind(it.MadeBy)
            .Bind(it.CreatedAt.ToUnixTimeMilliseconds()).Bind(it.ExpiresAt.ToUnixTimeMilliseconds()).Run()).WaitAsync(cancellationToken);

    public async ValueTask TouchAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((id, at), static (statements, it) =>
            statements.Accounts.TouchToken.Bind(it.id).Bind(it.at.ToUnixTimeMilliseconds()).Run()).WaitAsync(cancellationToken);

    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(id, static (statements, it) => statements.Accounts.RemoveToken.Bind(it).Run()).WaitAsync(cancellationToken) == 1;

    private static AccessToken Read(in Rows row) => new()
    {
        Id = row.Text(0),
        Name = row.Text(1),
        Hash = row.Bytes(2).ToArray(),
        Rights = row.Text(3).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        Bots = BotNames.Read(row.TextOrNull(4)),
        MadeBy = row.Text(5),
        CreatedAt = row.Time(6),
        ExpiresAt = row.Time(7),
        UsedAt = row.TimeOrNull(8),
    };
}
