using Spark.Runtime.Outbox;

namespace Spark.Runtime.Operations;

/// <summary>Opens effects again, where a dispatcher runs and where none does.</summary>
/// <param name="desk">The effects.</param>
/// <param name="running">Hands them to this node's dispatcher; null where none runs: they are in nobody's hands then, and the next host takes them up.</param>
public sealed class EffectRetry(IOutboxDesk desk, OutboxOperations? running)
{
    /// <summary>The node that is none: its lease has always run out.</summary>
    private const long Nobody = 0;

    /// <summary>Opens a failed or unknown effect again. False when it is neither.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RetryAsync(EffectAddress address, CancellationToken cancellationToken) => running is not null
        ? await running.RetryAsync(address, cancellationToken)
        : await desk.RetryAsync(address, Nobody, cancellationToken) is not null;
}
