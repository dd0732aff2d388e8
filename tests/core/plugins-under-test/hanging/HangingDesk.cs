using Spark.Offload;

namespace Spark.UnderTest.Hanging;

internal sealed class HangingDesk : IOffloadProvider
{
    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        await Never.Task;
        return OffloadDecision.Of(OffloadResult.Created);
    }
}
