using Spark.Runtime.Access;

namespace Spark.Storage.Sqlite.Access;

/// <summary>API clients and their tokens in SQLite.</summary>
internal sealed class SqliteApiClientStore(SqliteDatabase database) : IApiClientStore, IApiTokenStore
{
    private const char Separator = ' ';

    public async ValueTask<bool> TryAddAsync(ApiClient client, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(client, static (statements, it) => statements.Access.AddClient
            .Bind(it.Id)
            .Bind(it.Name)
            .Bind(string.Join(Separator, it.Permissions))
            .Bind(string.Join(Separator, it.PrincipalDomains))
            .Bind(it.CreatedAt.ToUnixTimeMilliseconds())
            .Bind(it.SecretHash)
            .Run()).WaitAsync(cancellationToken) == 1;

    public ValueTask<ApiClient?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(statements => First(statements.Access.Client.Bind(id)), cancellationToken);

    public ValueTask<IReadOnlyList<ApiClient>> ListAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ApiClient>>(
            statements =>
            {
                var clients = new List<ApiClient>();
                using var rows = statements.Access.Clients.Read();
                while (rows.Next())
                {
                    clients.Add(Read(rows));
                }

                return clients;
            },
            cancellationToken);

    public async ValueTask<bool> PutSecretAsync(string id, byte[] secretHash, DateTimeOffset previousUntil, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((id, secretHash, previousUntil), static (statements, it) => statements.Access.PutSecret
            .Bind(it.id).Bind(it.secretHash).Bind(it.previousUntil.ToUnixTimeMilliseconds()).Run()).WaitAsync(cancellationToken) == 1;

    public async ValueTask<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((id, at), static (statements, it) =>
        {
            var revoked = statements.Access.Revoke.Bind(it.id).Bind(it.at.ToUnixTimeMilliseconds()).Run();
            statements.Access.DropTokensOf.Bind(it.id).Run();
            return revoked;
        }).WaitAsync(cancellationToken) == 1;

    public async ValueTask PutAsync(byte[] hash, string client, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((hash, client, expiresAt, now), static (statements, it) =>
        {
            statements.Access.DropTokens.Bind(it.now.ToUnixTimeMilliseconds()).Run();
            return statements.Access.AddToken.Bind(it.hash).Bind(it.client).Bind(it.expiresAt.ToUnixTimeMilliseconds()).Run();
        }).WaitAsync(cancellationToken);

    public ValueTask<ApiClient?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            statements => First(statements.Access.ClientOfToken.Bind(hash).Bind(now.ToUnixTimeMilliseconds())), cancellationToken);

    private static ApiClient? First(Statement statement)
    {
        using var rows = statement.Read();
        return rows.Next() ? Read(rows) : null;
    }

    private static ApiClient Read(Rows rows) => new()
    {
        Id = rows.Text(0),
        Name = rows.Text(1),
        Permissions = rows.Text(2).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        PrincipalDomains = rows.Text(3).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
        CreatedAt = rows.Time(4),
        RevokedAt = rows.TimeOrNull(5),
        SecretHash = rows.Bytes(6).ToArray(),
        PreviousHash = rows.LongOrNull(8) is null ? null : rows.Bytes(7).ToArray(),
        PreviousUntil = rows.TimeOrNull(8),
    };
}
