namespace Spark.Storage.Sqlite.Configuration;

/// <summary>The statements that write what administrators set, and what became of it.</summary>
internal sealed class ConfigurationWrites(StatementSet set)
{
    public Statement Edition { get; } = set.Add("SELECT edition FROM configuration WHERE kind = ?1 AND name = ?2");

    public Statement LastEdition { get; } = set.Add("SELECT max(edition) FROM configuration_history WHERE kind = ?1 AND name = ?2");

    public Statement Put { get; } = set.Add(
        """
        INSERT INTO configuration (kind, name, edition, changed_at, data, sealed, key_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (kind, name) DO UPDATE SET
            edition = excluded.edition, changed_at = excluded.changed_at, data = excluded.data, sealed = excluded.sealed, key_id = excluded.key_id
        """);

    public Statement Keep { get; } = set.Add(
        "INSERT INTO configuration_history (kind, name, edition, changed_at, data) VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement Remove { get; } = set.Add("DELETE FROM configuration WHERE kind = ?1 AND name = ?2");

    public Statement BeginEscalation { get; } = set.Add(
        """
        INSERT INTO escalations (conversation, number, sequence, position, correlation, began_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO NOTHING
        """);

    public Statement EndEscalation { get; } = set.Add(
        """
        UPDATE escalations SET ended_at = ?3, result = ?4, ticket = ?5, ticket_id = ?6, ticket_url = ?7, reason = ?8
        WHERE conversation = ?1 AND number = ?2
        """);
}
