using Spark.Offload;

namespace Spark.UnderTest.Throwing;

internal sealed class ThrowingDesk : IOffloadProvider
{
    public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The desk is on fire.");
}
