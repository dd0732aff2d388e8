namespace Spark.Runtime.Nodes;

/// <summary>
/// Keeps which nodes live. A node's lease runs by the database's clock; what a node without a lease has in hand belongs to whoever takes
/// it over. All members throw <see cref="Stores.StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface INodeStore
{
    /// <summary>Registers a node, with a lease that begins now.</summary>
    /// <param name="node">The node, its lease's length included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken);

    /// <summary>Lets a lease begin anew. False when it has run out: the node is fenced, and goes on under another id.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="lease">How long the lease is to last.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Ends a lease now: the node has put everything down.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ReleaseAsync(long node, CancellationToken cancellationToken);

    /// <summary>Reads the nodes whose lease runs.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken);
}
