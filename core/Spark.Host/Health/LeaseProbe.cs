using Spark.Runtime.Health;
using Spark.Runtime.Nodes;

namespace Spark.Host.Health;

/// <summary>Ready means that this node's lease runs: without one it may take events, but nothing would leave.</summary>
internal sealed class LeaseProbe(Node node) : IReadinessProbe
{
    public string Name => "lease";

    public ValueTask<string?> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(node.MayAct ? null : "this node's lease was not renewed in time; others take over what it has in hand");
}
