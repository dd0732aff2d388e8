namespace Spark.Storage.Sqlite.Access;

/// <summary>The statements that write API clients and the audit.</summary>
internal sealed class AccessWrites(StatementSet set)
{
    public Statement AddClient { get; } = set.Add(
        """
        INSERT INTO api_clients (id, name, permissions, domains, created_at, secret) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
        """);

    public Statement PutSecret { get; } = set.Add(
        "UPDATE api_clients SET previous_secret = secret, previous_until = ?3, secret = ?2 WHERE id = ?1 AND revoked_at IS NULL");

    public Statement Revoke { get; } = set.Add("UPDATE api_clients SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL");

    public Statement DropTokensOf { get; } = set.Add("DELETE FROM api_tokens WHERE client = ?1");

    public Statement DropTokens { get; } = set.Add("DELETE FROM api_tokens WHERE expires_at <= ?1");

    // A client that was revoked a moment ago gets none.
    public Statement AddToken { get; } = set.Add(
        "INSERT INTO api_tokens (hash, client, expires_at) SELECT ?1, id, ?3 FROM api_clients WHERE id = ?2 AND revoked_at IS NULL");

    public Statement AddAudit { get; } = set.Add("INSERT INTO audit (at, actor, what, subject, details) VALUES (?1, ?2, ?3, ?4, ?5)");
}
