namespace Spark.Offload;

/// <summary>Takes conversations for human agents: a queue, a ticket system, a link.</summary>
public interface IOffloadProvider
{
    /// <summary>
    /// Asks the provider to take a conversation. The runtime calls it after the turn was committed, possibly again after a crash
    /// with the same <see cref="OffloadRequest.EffectId"/>. An exception becomes <see cref="OffloadResult.Failed"/>.
    /// </summary>
    /// <param name="request">What is to be taken.</param>
    /// <param name="cancellationToken">Ends when the host stops or the step's time is over.</param>
    ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken);
}
