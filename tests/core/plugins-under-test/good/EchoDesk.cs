using Spark.Offload;

namespace Spark.UnderTest.Good;

internal sealed class EchoDesk(EchoSettings settings) : IOffloadProvider
{
    public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(OffloadDecision.Of(OffloadResult.Accepted, settings.Greeting));
}
