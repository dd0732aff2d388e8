namespace Spark.Storage.Sqlite.Access;

/// <summary>The statements that read API clients and the audit.</summary>
internal sealed class AccessReads(StatementSet set)
{
    private const string Columns = "c.id, c.name, c.permissions, c.domains, c.created_at, c.revoked_at, c.secret, c.previous_secret, c.previous_until";

    public Statement Client { get; } = set.Add($"SELECT {Columns} FROM api_clients c WHERE c.id = ?1");

    public Statement Clients { get; } = set.Add($"SELECT {Columns} FROM api_clients c ORDER BY c.created_at, c.id");

    public Statement ClientOfToken { get; } = set.Add(
        $"SELECT {Columns} FROM api_tokens t JOIN api_clients c ON c.id = t.client WHERE t.hash = ?1 AND t.expires_at > ?2 AND c.revoked_at IS NULL");

    public Statement Audit { get; } = set.Add(
        """
        SELECT number, at, actor, what, subject, details FROM audit
        WHERE number < ?1 AND (?3 IS NULL OR instr(lower(actor || ' ' || what || ' ' || coalesce(subject, '')), ?3)) AND (?4 IS NULL OR at >= ?4) AND (?5 IS NULL OR at < ?5)
        ORDER BY number DESC LIMIT ?2
        """);
}
