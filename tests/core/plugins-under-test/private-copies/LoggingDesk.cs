using Microsoft.Extensions.Logging;
using Spark.Offload;

namespace Spark.UnderTest.PrivateCopies;

internal sealed partial class LoggingDesk(ILogger<LoggingDesk> logger) : IOffloadProvider
{
    public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        LogOpened(request.EffectId);
        return ValueTask.FromResult(OffloadDecision.Of(OffloadResult.Created));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Opened {Effect}")]
    private partial void LogOpened(string effect);
}
