using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Plugins;

/// <summary>Tells the other nodes now and then which plugins run here.</summary>
internal sealed partial class NodePluginService(NodePluginBoard board, TimeProvider time, ILogger<NodePluginService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await board.TellAsync(stoppingToken);
            }
            catch (Exception unread) when (unread is StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                LogNotTold(unread.GetType().Name);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes could not be told which plugins run here ({Exception}); it is tried again")]
    private partial void LogNotTold(string exception);
}
