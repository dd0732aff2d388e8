namespace Spark.Storage.Sqlite.Nodes;

/// <summary>The statements that write nodes.</summary>
internal sealed class NodeStatements(StatementSet set)
{
    public Statement Clear { get; } = set.Add("DELETE FROM nodes");

    public Statement Put { get; } = set.Add("INSERT INTO nodes (id, name, format, lease) VALUES (?1, ?2, ?3, ?4)");
}
