using Spark.Runtime.Nodes;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Finds again, page by page, what an earlier process left open, while new turns commit. An effect of a new turn that lies beyond the pages
/// read so far is parked: either a later page brings it (behind what is older in its conversation), or it is taken when that page has passed.
/// Used by the dispatcher's loop alone.
/// </summary>
internal sealed class OutboxRecovery(IOutboxStore store, Node node, int pageSize)
{
    private readonly SortedDictionary<EffectAddress, OpenEntry> parked = [];
    private EffectAddress? position;

    /// <summary>True when all pages were read.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What of a new turn's effects can be taken now; the rest is parked.</summary>
    public IReadOnlyList<OutboxEntry> Admit(HandedEffects handed)
    {
        if (IsDone)
        {
            return handed.Entries;
        }

        var taken = new List<OutboxEntry>();
        foreach (var entry in handed.Entries)
        {
            if (position is { } passed && entry.Address <= passed)
            {
                taken.Add(entry);
            }
            else
            {
                parked[entry.Address] = new(entry, handed.Epoch);
            }
        }

        return taken;
    }

    /// <summary>Reads the next page: what it found, and what was parked and has been passed by.</summary>
    public async Task<IReadOnlyList<OpenEntry>> ReadPageAsync(CancellationToken cancellationToken)
    {
        var page = await store.TakeOverAsync(await node.GetIdAsync(cancellationToken), position, pageSize, cancellationToken);
        var found = new List<OpenEntry>(page.Count);
        foreach (var open in page)
        {
            // A turn of this process has committed it a moment ago: it was not begun by anybody.
            found.Add(parked.Remove(open.Entry.Address, out var own) ? own : open with { Entry = Reclaim(open.Entry) });
        }

        IsDone = page.Count < pageSize;
        position = page.Count > 0 ? page[^1].Entry.Address : position;
        var passed = parked.Where(one => IsDone || one.Key <= position).ToList();
        foreach (var (address, own) in passed)
        {
            parked.Remove(address);
            found.Add(own);
        }

        return found;
    }

    // Claimed by a process that is no more. Its attempt was counted before the call: whether the call began cannot be told.
    private static OutboxEntry Reclaim(OutboxEntry entry) => entry.Status == OutboxStatus.Claimed
        ? entry with { Status = OutboxStatus.Pending, MayHaveArrived = entry.MayHaveArrived || entry.Attempts > 0 }
        : entry;
}
