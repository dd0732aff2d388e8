using Spark.Runtime.Nodes;

namespace Spark.Storage.Sqlite.Nodes;

/// <summary>The nodes of a SQLite file: one, that which registered last. Its lease ends only when another registers, or it lets go.</summary>
internal sealed class SqliteNodeStore(SqliteDatabase database) : INodeStore
{
    private volatile NodeRecord? living;

    public ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken)
    {
        living = node;
        database.Node.Become(node.Id);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) => new(node != 0 && database.Node.Id == node);

    public ValueTask ReleaseAsync(long node, CancellationToken cancellationToken)
    {
        if (database.Node.Id == node)
        {
            living = null;
            database.Node.Become(0);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) => new(living is { } node ? [node] : []);
}
