using Microsoft.Extensions.Logging;
using Spark.Cockpit.Hosting;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Plugins;

/// <summary>Tells the other nodes now and then which plugins run here.</summary>
internal sealed partial class NodePluginService(NodePluginBoard board, EffectSupervisor supervisor, TimeProvider time, ILogger<NodePluginService> logger)
    : RepeatedWork("The board of the nodes' plugins", Interval, supervisor, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        try
        {
            await board.TellAsync(cancellationToken);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            LogNotTold(unread.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes could not be told which plugins run here ({Exception}); it is tried again")]
    private partial void LogNotTold(string exception);
}
