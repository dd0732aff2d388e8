using Spark.Runtime.Outbox;

namespace Spark.Runtime.Actions;

/// <summary>
/// Which actions a node keeps in memory: a bounded number. Of those beyond it knows only that they are in the store, in its hands; they are
/// read from there, page by page, as others end. Used by one thread at a time.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class ActionBacklog(int most)
{
    private readonly HashSet<(long Node, EffectAddress Address)> kept = [];
    private readonly HashSet<(long Node, EffectAddress Address)> endedMeanwhile = [];
    private bool hasMore;
    private bool isReading;
    private EffectAddress? readUpTo;

    /// <summary>How many are kept.</summary>
    public int Count => kept.Count;

    /// <summary>True when another process may have begun what is still to be read.</summary>
    public bool HasDoubts { get; private set; }

    /// <summary>Takes one into memory.</summary>
    /// <returns>False when there is no room, or it is there already: then it is looked for later.</returns>
    public bool TryKeep(long node, EffectAddress address, bool isDoubtful)
    {
        if (kept.Count < most && kept.Add((node, address)))
        {
            return true;
        }

        // Also one that is just ending, and was opened again: it is found when it has left.
        hasMore = true;
        HasDoubts |= isDoubtful;
        return false;
    }

    /// <summary>One has ended, or is not ours any more.</summary>
    public void Leave(long node, EffectAddress address)
    {
        kept.Remove((node, address));
        if (isReading)
        {
            // What is being read may show it as it stood before.
            endedMeanwhile.Add((node, address));
        }
    }

    /// <summary>Begins to read on, when there is something to read and half of the room is free.</summary>
    /// <param name="after">The last one that was read; null for the first page.</param>
    public bool TryBeginRead(out EffectAddress? after)
    {
        after = readUpTo;
        if (isReading || kept.Count > most / 2 || !(hasMore || readUpTo is not null))
        {
            return false;
        }

        // What is left to the store from now on may stand before the page.
        hasMore &= readUpTo is not null;
        isReading = true;
        return true;
    }

    /// <summary>Takes in what was read.</summary>
    /// <param name="node">In whose hands it is.</param>
    /// <param name="page">What was read.</param>
    /// <param name="isLast">True when there was no more behind it.</param>
    /// <returns>Those that are to be run now.</returns>
    public IReadOnlyList<OpenEntry> EndRead(long node, IReadOnlyList<OpenEntry> page, bool isLast)
    {
        isReading = false;
        var taken = new List<OpenEntry>();
        foreach (var open in page)
        {
            var name = (node, open.Entry.Address);
            if (kept.Count >= most && !kept.Contains(name))
            {
                isLast = false;
                break;
            }

            readUpTo = open.Entry.Address;
            if (!endedMeanwhile.Contains(name) && kept.Add(name))
            {
                taken.Add(open);
            }
        }

        endedMeanwhile.Clear();
        readUpTo = isLast ? null : readUpTo;
        HasDoubts &= hasMore || readUpTo is not null;
        return taken;
    }

    /// <summary>The read broke: it begins again, from the first page.</summary>
    public void AbandonRead()
    {
        isReading = false;
        hasMore = true;
        readUpTo = null;
        endedMeanwhile.Clear();
    }

    /// <summary>Nothing in the store is ours any more; what is in memory ends by itself.</summary>
    public void Forget()
    {
        hasMore = false;
        HasDoubts = false;
        readUpTo = null;
    }
}
