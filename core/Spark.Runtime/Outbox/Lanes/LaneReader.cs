using Spark.Channels;
using Spark.Runtime.Channels;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>Finds what comes next in a lane: in memory, in the store, or in the hands of another node.</summary>
internal sealed class LaneReader(
    ILaneStore store, IChannelDirectory channels, Room room, TakeOverOrder order, Persistence persistence, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(500);

    /// <summary>The next effect; null when the lane has ended.</summary>
    public async Task<LaneItem?> NextAsync(Lane lane, CancellationToken stopping)
    {
        while (true)
        {
            if (lane.Next(out var mustRead) is { } item)
            {
                return item;
            }

            if (!mustRead)
            {
                return null;
            }

            await ReadOnAsync(lane, stopping);
        }
    }

    /// <summary>Looks whether anything that another node has in hand stands before an effect.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="item">The effect.</param>
    /// <param name="leave">What it was given to leave with. It is given back before a wait: two nodes must not wait for each other's.</param>
    /// <param name="stopping">Ends the wait.</param>
    /// <returns>
    /// False when it is back in the lane: something was found that this node takes over, or has taken over meanwhile and that comes first, or
    /// another node has it in hand, which was waited for.
    /// </returns>
    public async Task<bool> IsFirstAsync(Lane lane, LaneItem item, IReadOnlyList<IDisposable> leave, CancellationToken stopping)
    {
        using (await order.EnterAsync(lane.Conversation, stopping))
        {
            if (lane.HasBefore(item))
            {
                lane.Return(item);
                return false;
            }

            var ahead = await persistence.InsistAsync(token => store.LookAheadAsync(lane.Node, item.Entry.Address, lane.Destination, token), stopping);
            if (ahead.TakenOver.Count > 0)
            {
                lane.Return(item);
                lane.TryAdd(
                    ahead.TakenOver.Max(open => open.CurrentEpoch), [.. ahead.TakenOver.Select(open => open.Entry).Where(IsDispatched)], mustLookAhead: true, isDoubtful: true);
                return false;
            }

            if (!ahead.IsHeldElsewhere)
            {
                return true;
            }
        }

        lane.Return(item with { Looks = item.Looks + 1 });
        foreach (var given in leave)
        {
            given.Dispose();
        }

        var wait = FirstLook * Math.Pow(2, Math.Min(item.Looks, 10));
        await Task.Delay(wait > LongestLook ? LongestLook : wait, time, stopping);
        return false;
    }

    /// <summary>
    /// True for what the dispatcher does. What leaves with an answer is not its own, unless the channel's path has changed since, or the
    /// answer was given and only its handover's event is missing.
    /// </summary>
    public bool IsDispatched(OutboxEntry entry) =>
        entry.Status != OutboxStatus.WaitingForAnswer
        || channels.Find(entry.Instance) is { Instance.Capabilities.ReplyPath: not ReplyPath.Answer };

    private async Task ReadOnAsync(Lane lane, CancellationToken stopping)
    {
        var places = await room.TakeAsync(Lane.MostKept, stopping);
        var used = 0;
        IReadOnlyList<OpenEntry> read = [];
        var isAll = false;
        var after = lane.BeginRead();
        try
        {
            read = await persistence.InsistAsync(
                token => store.ReadLaneAsync(lane.Node, lane.Conversation, lane.Destination, after.Effect, places, token), stopping);
            isAll = read.Count < places;
            await order.SettleAsync(lane.Conversation, stopping);
        }
        finally
        {
            used = lane.EndRead([.. read.Where(open => IsDispatched(open.Entry))], read.Count > 0 ? read[^1].Entry.Address : null, isAll);
            room.Release(places - used);
        }
    }
}
