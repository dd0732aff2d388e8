using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Nodes;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Instances;

/// <summary>Brings to this node what was set up in the cockpit of another one, every other second while there are others.</summary>
internal sealed partial class InstanceFollower(InstanceBook book, Node node, TimeProvider time, ILogger<InstanceFollower> logger) : BackgroundService
{
    /// <summary>The longest that two nodes run a channel or connection by different settings.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken);
            try
            {
                if (node.HasPeers)
                {
                    await book.FollowAsync(stoppingToken);
                }
            }
            catch (StoreUnavailableException away)
            {
                LogAway(away.Code);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: what other nodes have set up could not be read; it is tried again")]
    private partial void LogAway(string code);
}
