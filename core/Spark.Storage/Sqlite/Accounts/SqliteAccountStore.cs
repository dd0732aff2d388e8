using Spark.Runtime.Accounts;

namespace Spark.Storage.Sqlite.Accounts;

/// <summary>The accounts of the cockpit in SQLite.</summary>
internal sealed class SqliteAccountStore(SqliteDatabase database) : IAccountStore, IVouchedAccounts
{
    public ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<Account>>(
        statements =>
        {
            var accounts = new List<Account>();
            using var rows = statements.Accounts.Read();
            while (rows.Next())
            {
                accounts.Add(Read(rows));
            }

            return accounts;
        },
        cancellationToken);

    public ValueTask<Account?> FindAsync(string name, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var rows = statements.Account.Bind(name).Read();
            return rows.Next() ? Read(rows) : null;
        },
        cancellationToken);

    public ValueTask<Account?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        statements =>
        {
            using var rows = statements.AccountOfSubject.Bind(issuer).Bind(subject).Read();
            return rows.Next() ? Read(rows) : null;
        },
        cancellationToken);

    public async ValueTask<bool> TryAddAsync(Account account, bool onlyFirst, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((account, onlyFirst), static (statements, it) =>
            !(it.onlyFirst && statements.Accounts.Administrators.Number() > 0)
            && Bind(statements.Accounts.Add, it.account)
                .Bind(it.account.CreatedAt.ToUnixTimeMilliseconds()).Bind(it.account.Issuer).Bind(it.account.Subject).Run() == 1).WaitAsync(cancellationToken);

    public async ValueTask<bool> PutAsync(Account account, Account? before, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync((account, before), static (statements, it) =>
            ((it.account.Role == Role.Administrator && !it.account.IsDisabled) || LeavesOne(statements.Accounts, it.account.Name))
            && BindFields(Bind(statements.Accounts.Put, it.account).Bind(it.before is not null), it.before ?? it.account).Run() == 1).WaitAsync(cancellationToken);

    public async ValueTask<bool> RemoveAsync(string name, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(name, static (statements, it) =>
        {
            if (!LeavesOne(statements.Accounts, it))
            {
                return false;
            }

            statements.Accounts.RemoveSessionsOf.Bind(it).Run();
            statements.Accounts.RemoveViewsOf.Bind(it).Run();
            return statements.Accounts.Remove.Bind(it).Run() == 1;
        }).WaitAsync(cancellationToken);

    private static bool LeavesOne(AccountStatements statements, string name) => statements.IsLastAdministrator.Bind(name).Number() != 1;

    private static Statement Bind(Statement statement, Account account) => BindFields(statement.Bind(account.Name), account);

    private static Statement BindFields(Statement statement, Account account) => statement
        .Bind(account.Display).Bind(account.Role.ToString()).Bind(account.Password).Bind(account.IsDisabled).Bind(BotNames.Text(account.Bots));

    private static Account Read(in Rows row) => new()
    {
        Name = row.Text(0),
        Display = row.Text(1),
        Role = Enum.Parse<Role>(row.Text(2)),
        Password = row.Bytes(3).ToArray(),
        IsDisabled = row.Flag(4),
        CreatedAt = row.Time(5),
        Bots = BotNames.Read(row.TextOrNull(6)),
        Issuer = row.TextOrNull(7),
        Subject = row.TextOrNull(8),
    };
}
