namespace Spark.Storage.Sqlite.Configuration;

/// <summary>The statements that read what administrators set.</summary>
internal sealed class ConfigurationReads(StatementSet set)
{
    public Statement Revision { get; } = set.Add("SELECT number FROM revision");

    public Statement All { get; } = set.Add("SELECT kind, name, edition, changed_at, data, sealed, key_id FROM configuration ORDER BY kind, name");

    public Statement History { get; } = set.Add(
        "SELECT edition, changed_at, data FROM configuration_history WHERE kind = ?1 AND name = ?2 ORDER BY edition DESC LIMIT 100");

    public Statement Escalations { get; } = set.Add(
        """
        SELECT number, sequence, position, correlation, began_at, ended_at, result, ticket, ticket_id, ticket_url, reason
        FROM escalations WHERE conversation = ?1 ORDER BY number
        """);
}
