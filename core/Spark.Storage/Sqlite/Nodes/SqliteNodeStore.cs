using Spark.Runtime.Nodes;

namespace Spark.Storage.Sqlite.Nodes;

/// <summary>
/// The one node of a SQLite file: the data folder's lock lets no second process in, so whoever registers lives alone, and until another
/// one does its lease cannot run out.
/// </summary>
internal sealed class SqliteNodeStore(SqliteDatabase database) : INodeStore
{
    public async ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        await database.Writer.WriteAsync(node, static (statements, it) => Register(statements, it)).WaitAsync(cancellationToken);
    }

    public async ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(node, static (statements, it) => statements.State.Node == it).WaitAsync(cancellationToken);

    public async ValueTask ReleaseAsync(long node, CancellationToken cancellationToken) =>
        await database.Writer.WriteAsync(node, static (statements, it) => Release(statements, it)).WaitAsync(cancellationToken);

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<NodeRecord>>(
            statements =>
            {
                var nodes = new List<NodeRecord>();
                using var rows = statements.Nodes.Read();
                while (rows.Next())
                {
                    nodes.Add(new(rows.Long(0), rows.Text(1), rows.Int(2), TimeSpan.FromMilliseconds(rows.Long(3))));
                }

                return nodes;
            },
            cancellationToken);

    private static int Register(WriterStatements statements, NodeRecord node)
    {
        statements.State.Node = node.Id;
        statements.State.HasForeignEffects = true;
        return statements.Nodes.Clear.Run()
            + statements.Nodes.Put.Bind(node.Id).Bind(node.Name).Bind(node.Format).Bind((long)node.Lease.TotalMilliseconds).Run();
    }

    private static int Release(WriterStatements statements, long node)
    {
        if (statements.State.Node != node)
        {
            return 0;
        }

        statements.State.Node = 0;
        return statements.Nodes.Clear.Run();
    }
}
