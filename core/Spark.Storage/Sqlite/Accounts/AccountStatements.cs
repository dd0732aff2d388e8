namespace Spark.Storage.Sqlite.Accounts;

/// <summary>What is written about accounts and sessions.</summary>
internal sealed class AccountStatements(StatementSet set)
{
    public const string Columns = "SELECT name, display, role, password, is_disabled, created_at FROM accounts";

    public Statement Find { get; } = set.Add(Columns + " WHERE name = ?1");

    public Statement Any { get; } = set.Add("SELECT EXISTS (SELECT 1 FROM accounts)");

    public Statement OtherAdministrators { get; } = set.Add(
        "SELECT count(*) FROM accounts WHERE role = 'Administrator' AND is_disabled = 0 AND name <> ?1");

    public Statement Add { get; } = set.Add(
        "INSERT INTO accounts (name, display, role, password, is_disabled, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (name) DO NOTHING");

    public Statement Put { get; } = set.Add(
        "UPDATE accounts SET display = ?2, role = ?3, password = ?4, is_disabled = ?5 WHERE name = ?1");

    public Statement Remove { get; } = set.Add("DELETE FROM accounts WHERE name = ?1");

    public Statement AddSession { get; } = set.Add(
        "INSERT INTO sessions (id, account, csrf, created_at, used_at) VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement ForgetSessions { get; } = set.Add("DELETE FROM sessions WHERE used_at < ?1");

    public Statement TouchSession { get; } = set.Add("UPDATE sessions SET used_at = ?2 WHERE id = ?1");

    public Statement RemoveSession { get; } = set.Add("DELETE FROM sessions WHERE id = ?1");

    public Statement RemoveSessionsOf { get; } = set.Add("DELETE FROM sessions WHERE account = ?1");
}
