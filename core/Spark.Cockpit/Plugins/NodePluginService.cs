using Microsoft.Extensions.Logging;
using Spark.Cockpit.Hosting;

namespace Spark.Cockpit.Plugins;

/// <summary>Tells the other nodes now and then which plugins run here.</summary>
internal sealed class NodePluginService(NodePluginBoard board, TimeProvider time, ILogger<NodePluginService> logger)
    : RepeatedWork("The board of the nodes' plugins", Interval, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override Task DoAsync(CancellationToken cancellationToken) => board.TellAsync(cancellationToken);
}
