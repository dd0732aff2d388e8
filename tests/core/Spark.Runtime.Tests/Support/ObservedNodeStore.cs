using Spark.Runtime.Nodes;

namespace Spark.Runtime.Tests.Support;

/// <summary>The real nodes, which tell what happens to them and can be away.</summary>
public sealed class ObservedNodeStore(INodeStore inner, Outage outage, Outage ownOutage) : INodeStore
{
    public Announcements<long> Registered { get; } = new();

    public Announcements<long> Renewed { get; } = new();

    public Announcements<int> Listed { get; } = new();

    /// <summary>Lets a lease run out, as if its node had been silent for too long.</summary>
    public ValueTask ExpireAsync(long node) => inner.ReleaseAsync(node, TestContext.Current.CancellationToken);

    public async ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        ownOutage.ThrowIfAway();
        await inner.RegisterAsync(node, cancellationToken);
        Registered.Add(node.Id);
    }

    public async ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        ownOutage.ThrowIfAway();
        var isRenewed = await inner.RenewAsync(node, lease, cancellationToken);
        Renewed.Add(isRenewed ? node : 0);
        return isRenewed;
    }

    public ValueTask ReleaseAsync(long node, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        ownOutage.ThrowIfAway();
        return inner.ReleaseAsync(node, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        ownOutage.ThrowIfAway();
        var living = await inner.ListAsync(cancellationToken);
        Listed.Add(living.Count);
        return living;
    }
}
