using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox.Lanes;

namespace Spark.Runtime.Outbox;

/// <summary>Takes over, page by page, what nodes have left open that live no more.</summary>
internal sealed partial class OutboxTakeOver(
    ILaneStore store,
    Node node,
    EffectsInHand hand,
    EndWriter ends,
    LaneReader reader,
    TakeOverOrder order,
    IOptions<OutboxOptions> options,
    ILogger<OutboxTakeOver> logger)
{
    /// <summary>Takes over everything that is there now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var size = options.Value.RecoveryPage;
        EffectAddress? after = null;
        while (true)
        {
            await hand.WaitForRoomAsync(cancellationToken);
            var page = await TakePageAsync(after, size, cancellationToken);
            if (page.Count > 0)
            {
                LogTakenOver(page.Count);
            }

            if (page.Count < size)
            {
                return;
            }

            after = page[^1].Entry.Address;
        }
    }

    private async Task<IReadOnlyList<OpenEntry>> TakePageAsync(EffectAddress? after, int size, CancellationToken cancellationToken)
    {
        // Among them may be our own, of an id that was lost: what has ended of those need not be taken over. What ends from here on is found
        // out before its next attempt.
        await ends.FlushAsync(cancellationToken);
        using var turn = await order.EnterAsync(conversation: null, cancellationToken);
        var id = await node.GetIdAsync(cancellationToken);
        var page = await store.TakeOverAsync(id, after, size, cancellationToken);
        foreach (var lane in page.Where(open => reader.IsDispatched(open.Entry)).GroupBy(open => open.Entry.Address.Conversation))
        {
            hand.Take(
                new(lane.Key, lane.Max(open => open.CurrentEpoch), [.. lane.Select(open => open.Entry)], id, MustLookAhead: node.HasPeers), isDoubtful: true);
        }

        return page;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} effects that had not ended were taken over")]
    private partial void LogTakenOver(int count);
}
