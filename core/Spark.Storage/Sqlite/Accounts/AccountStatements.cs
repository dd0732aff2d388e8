namespace Spark.Storage.Sqlite.Accounts;

/// <summary>What is written about accounts and sessions.</summary>
internal sealed class AccountStatements(StatementSet set)
{
    public const string Columns = "SELECT name, display, role, password, is_disabled, created_at, bots, issuer, subject FROM accounts";

    public const string Tokens = "SELECT id, name, hash, rights, bots, made_by, created_at, expires_at, used_at FROM access_tokens";

    public Statement Find { get; } = set.Add(Columns + " WHERE name = ?1");

    public Statement Administrators { get; } = set.Add("SELECT count(*) FROM accounts WHERE role = 'Administrator' AND is_disabled = 0");

    public Statement IsLastAdministrator { get; } = set.Add(
        "SELECT count(*) = 1 AND max(name) = ?1 FROM accounts WHERE role = 'Administrator' AND is_disabled = 0");

    public Statement Add { get; } = set.Add(
        "INSERT INTO accounts (name, display, role, password, is_disabled, bots, created_at, issuer, subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING");

    public Statement Put { get; } = set.Add(
        """
        UPDATE accounts SET display = ?2, role = ?3, password = ?4, is_disabled = ?5, bots = ?6
        WHERE name = ?1 AND (NOT ?7 OR (display = ?8 AND role = ?9 AND password = ?10 AND is_disabled = ?11 AND bots IS ?12))
        """);

    public Statement Remove { get; } = set.Add("DELETE FROM accounts WHERE name = ?1");

    public Statement AddSession { get; } = set.Add(
        "INSERT INTO sessions (id, account, csrf, created_at, used_at) VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement ForgetSessions { get; } = set.Add("DELETE FROM sessions WHERE used_at < ?1");

    public Statement TouchSession { get; } = set.Add("UPDATE sessions SET used_at = ?2 WHERE id = ?1");

    public Statement RemoveSession { get; } = set.Add("DELETE FROM sessions WHERE id = ?1");

    public Statement RemoveSessionsOf { get; } = set.Add("DELETE FROM sessions WHERE account = ?1");

    public Statement RemoveViewsOf { get; } = set.Add("DELETE FROM views WHERE owner = ?1");

    public Statement PutView { get; } = set.Add(
        """
        INSERT INTO views (owner, name, query) SELECT ?1, ?2, ?3
        WHERE (SELECT count(*) FROM views WHERE owner = ?1 AND name <> ?2) < ?4
        ON CONFLICT (owner, name) DO UPDATE SET query = excluded.query
        """);

    public Statement RemoveView { get; } = set.Add("DELETE FROM views WHERE owner = ?1 AND name = ?2");

    public Statement AddToken { get; } = set.Add(
        "INSERT INTO access_tokens (id, name, hash, rights, bots, made_by, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

    public Statement TouchToken { get; } = set.Add("UPDATE access_tokens SET used_at = ?2 WHERE id = ?1");

    public Statement RemoveToken { get; } = set.Add("DELETE FROM access_tokens WHERE id = ?1");
}
