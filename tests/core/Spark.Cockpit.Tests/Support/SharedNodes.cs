using System.Collections.Concurrent;
using Spark.Runtime.Nodes;

namespace Spark.Cockpit.Tests.Support;

/// <summary>The nodes of a database that several share, in memory: they live until they let go.</summary>
internal sealed class SharedNodes : INodeStore
{
    private readonly ConcurrentDictionary<long, NodeRecord> living = new();

    public ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken)
    {
        living[node.Id] = node;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) => ValueTask.FromResult(living.ContainsKey(node));

    public ValueTask ReleaseAsync(long node, CancellationToken cancellationToken)
    {
        living.TryRemove(node, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<NodeRecord>>([.. living.Values]);
}
