using Npgsql;
using NpgsqlTypes;
using Spark.Runtime.Accounts;
using static Spark.Storage.Postgres.PostgresCommands;

namespace Spark.Storage.Postgres.Accounts;

/// <summary>The accounts of the cockpit in PostgreSQL.</summary>
internal sealed class PostgresAccountStore(PostgresDatabase database) : IAccountStore, IVouchedAccounts
{
    private const string Columns = "SELECT name, display, role, password, is_disabled, created_at, bots, issuer, subject FROM accounts";

    // Two administrators who take each other's role away at once would each see the other: the table's lock lets one after the other in.
    private const string Alone = "LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE";

    private const string Add =
        """
        INSERT INTO accounts (name, display, role, password, is_disabled, bots, created_at, issuer, subject)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
        WHERE NOT ($10 AND EXISTS (SELECT FROM accounts WHERE role = 'Administrator' AND NOT is_disabled)) ON CONFLICT DO NOTHING
        """;

    private const string Leaves =
        "NOT (SELECT count(*) = 1 AND max(o.name) = $1 FROM accounts o WHERE o.role = 'Administrator' AND NOT o.is_disabled)";

    private const string Put =
        """
        UPDATE accounts SET display = $2, role = $3, password = $4, is_disabled = $5, bots = $6
        WHERE name = $1 AND (NOT $7 OR (display = $8 AND role = $9 AND password = $10 AND is_disabled = $11 AND bots IS NOT DISTINCT FROM $12))
          AND (($3 = 'Administrator' AND NOT $5) OR
        """ + " " + Leaves + ")";

    private const string Remove =
        "WITH gone AS (DELETE FROM accounts WHERE name = $1 AND " + Leaves + " RETURNING name), ended AS (DELETE FROM sessions s USING gone g WHERE s.account = g.name), dropped AS (DELETE FROM views v USING gone g WHERE v.owner = g.name) SELECT count(*) FROM gone";

    public ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) =>
        database.Sessions.ReadAsync(Columns + " ORDER BY name", Read, cancellationToken);

    public async ValueTask<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(Columns + " WHERE name = $1", Read, cancellationToken, Of(name));
        return found.Count > 0 ? found[0] : null;
    }

    public async ValueTask<Account?> FindAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        var found = await database.Sessions.ReadAsync(Columns + " WHERE issuer = $1 AND subject = $2", Read, cancellationToken, Of(issuer), Of(subject));
        return found.Count > 0 ? found[0] : null;
    }

    public ValueTask<bool> TryAddAsync(Account account, bool onlyFirst, CancellationToken cancellationToken) => AloneAsync(
        (connection, token) => connection.ExecuteAsync(
            Add,
            token,
            Of(account.Name),
            Of(account.Display),
            Of(account.Role.ToString()),
            Of(account.Password),
            Of(account.IsDisabled),
            OrNull(BotNames.Text(account.Bots)),
            Of(UnixTime.Of(account.CreatedAt)),
            OrNull(account.Issuer),
            OrNull(account.Subject),
            Of(onlyFirst)),
        cancellationToken);

    public ValueTask<bool> PutAsync(Account account, Account? before, CancellationToken cancellationToken) => AloneAsync(
        (connection, token) => connection.ExecuteAsync(
            Put, token, [Of(account.Name), .. Fields(account), Of(before is not null), .. Fields(before ?? account)]),
        cancellationToken);

    public ValueTask<bool> RemoveAsync(string name, CancellationToken cancellationToken) => AloneAsync(
        async (connection, token) => (int)(await connection.ReadAsync(Remove, row => row.GetInt64(0), token, Of(name)))[0],
        cancellationToken);

    private ValueTask<bool> AloneAsync(Func<NpgsqlConnection, CancellationToken, Task<int>> write, CancellationToken cancellationToken) =>
        database.Sessions.RunAsync(
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                await connection.ExecuteAsync(Alone, token);
                var written = await write(connection, token);
                await transaction.CommitAsync(token);
                return written == 1;
            },
            cancellationToken);

    private static NpgsqlParameter[] Fields(Account account) =>
        [Of(account.Display), Of(account.Role.ToString()), Of(account.Password), Of(account.IsDisabled), OrNull(BotNames.Text(account.Bots))];

    private static Account Read(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(0),
        Display = row.GetString(1),
        Role = Enum.Parse<Role>(row.GetString(2)),
        Password = row.GetFieldValue<byte[]>(3),
        IsDisabled = row.GetBoolean(4),
        CreatedAt = UnixTime.Read(row.GetInt64(5)),
        Bots = row.IsDBNull(6) ? null : BotNames.Read(row.GetString(6)),
        Issuer = row.IsDBNull(7) ? null : row.GetString(7),
        Subject = row.IsDBNull(8) ? null : row.GetString(8),
    };

    private static NpgsqlParameter OrNull(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)text ?? DBNull.Value };
}
