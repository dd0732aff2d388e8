using Microsoft.Extensions.Logging;
using Spark.Cockpit.Hosting;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Instances;

/// <summary>Brings to this node what was set up in the cockpit of another one, while there are others.</summary>
internal sealed class InstanceFollower(InstanceBook book, Node node, EffectSupervisor supervisor, TimeProvider time, ILogger<InstanceFollower> logger)
    : RepeatedWork("What other nodes have set up", Interval, supervisor, time, logger)
{
    /// <summary>The longest that two nodes run a channel or connection by different settings.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override Task DoAsync(CancellationToken cancellationToken) => node.HasPeers ? book.FollowAsync(cancellationToken) : Task.CompletedTask;
}
