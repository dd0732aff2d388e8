namespace Spark.Storage.Sqlite.People;

/// <summary>The statements that read people.</summary>
internal sealed class PeopleStatements(StatementSet set)
{
    public const string Put =
        """
        INSERT INTO people (instance, id, principal_key, principal_name, email_key, email, name, conversation, details, reachable, written_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (instance, id) DO UPDATE SET
            principal_key = coalesce(excluded.principal_key, principal_key), principal_name = coalesce(excluded.principal_name, principal_name),
            email_key = coalesce(excluded.email_key, email_key), email = coalesce(excluded.email, email), name = coalesce(excluded.name, name),
            conversation = coalesce(excluded.conversation, conversation), details = coalesce(excluded.details, details),
            reachable = excluded.reachable, written_at = excluded.written_at
        """;

    private const string Select = "SELECT id, principal_name, email, name, conversation, details, reachable FROM people";

    public Statement Variables { get; } = set.Add("SELECT name, value, at, until FROM person_variables WHERE person = ?1 AND bot = ?2 ORDER BY name");

    public Statement ById { get; } = set.Add($"{Select} WHERE instance = ?1 AND id = ?2");

    public Statement ByPrincipal { get; } = set.Add($"{Select} WHERE instance = ?1 AND principal_key = ?2 ORDER BY written_at DESC LIMIT 1");

    public Statement ByEmail { get; } = set.Add($"{Select} WHERE instance = ?1 AND email_key = ?2 ORDER BY written_at DESC LIMIT 1");
}
