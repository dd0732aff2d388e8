namespace Spark.Storage.Sqlite.Links;

/// <summary>The statements that write names of far systems.</summary>
internal sealed class LinkStatements(StatementSet set)
{
    public const string FindOne = "SELECT instance, conversation_id, lines FROM links WHERE connection = ?1 AND external_id = ?2 AND at >= ?3";

    public Statement Put { get; } = set.Add(
        """
        INSERT INTO links (connection, external_id, at, instance, conversation_id, lines) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (connection, external_id) DO UPDATE
        SET at = excluded.at, instance = excluded.instance, conversation_id = excluded.conversation_id, lines = excluded.lines
        """);

    public Statement Find { get; } = set.Add(FindOne);

    public Statement Delete { get; } = set.Add("DELETE FROM links WHERE connection = ?1 AND external_id = ?2");
}
