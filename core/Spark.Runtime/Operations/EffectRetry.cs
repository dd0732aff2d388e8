using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Operations;

/// <summary>Opens effects again, and hands them to this node's dispatcher at once.</summary>
/// <param name="desk">The effects.</param>
/// <param name="node">This node; null where no dispatcher runs: the effect is in nobody's hands then, and the next host takes it up.</param>
/// <param name="outbox">The dispatcher's door; null where none runs.</param>
public sealed class EffectRetry(IOutboxDesk desk, Node? node, OutboxHandover? outbox)
{
    /// <summary>Opens a failed or unknown effect again. False when it is neither.</summary>
    /// <param name="address">The effect.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RetryAsync(EffectAddress address, CancellationToken cancellationToken)
    {
        var hand = node is null ? 0 : await node.GetIdAsync(cancellationToken);
        if (await desk.RetryAsync(address, hand, cancellationToken) is not { } open)
        {
            return false;
        }

        outbox?.Hand(new(address.Conversation, open.CurrentEpoch, [open.Entry]));
        return true;
    }
}
