using Spark.Runtime.Accounts;

namespace Spark.Storage.Sqlite.Accounts;

/// <summary>Who is signed in, in SQLite.</summary>
internal sealed class SqliteSessionStore(SqliteDatabase database) : ISessionStore
{
    public async ValueTask AddAsync(Session session, DateTimeOffset forgetBefore, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((session, forgetBefore), static (statements, it) =>
        {
            statements.Accounts.ForgetSessions.Bind(it.forgetBefore.ToUnixTimeMilliseconds()).Run();
            return statements.Accounts.AddSession
                .Bind(it.session.Id).Bind(it.session.Account).Bind(it.session.Csrf)
                .Bind(it.session.CreatedAt.ToUnixTimeMilliseconds()).Bind(it.session.UsedAt.ToUnixTimeMilliseconds()).Run();
        }).WaitAsync(cancellationToken);

    public ValueTask<Session?> FindAsync(byte[] id, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var rows = statements.Session.Bind(id).Read();
            return rows.Next()
                ? new Session { Id = id, Account = rows.Text(0), Csrf = rows.Text(1), CreatedAt = rows.Time(2), UsedAt = rows.Time(3) }
                : null;
        },
        cancellationToken);

    public async ValueTask TouchAsync(byte[] id, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((id, at), static (statements, it) =>
            statements.Accounts.TouchSession.Bind(it.id).Bind(it.at.ToUnixTimeMilliseconds()).Run()).WaitAsync(cancellationToken);

    public async ValueTask RemoveAsync(byte[] id, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(id, static (statements, it) => statements.Accounts.RemoveSession.Bind(it).Run()).WaitAsync(cancellationToken);

    public async ValueTask RemoveOfAsync(string account, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(account, static (statements, it) => statements.Accounts.RemoveSessionsOf.Bind(it).Run()).WaitAsync(cancellationToken);
}
