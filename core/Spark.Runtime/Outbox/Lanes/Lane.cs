using Spark.Engine.Conversations;
using Spark.Runtime.Outbox.Pacing;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>
/// What waits to leave one conversation for one destination, in order. The next leaves when the one before has ended. A lane keeps a few effects in memory;
/// of those behind them it knows only that they are in the store.
/// </summary>
internal sealed class Lane(ConversationKey conversation, Destination destination, string instance, long node, Room room)
{
    /// <summary>How many effects a lane keeps in memory.</summary>
    public const int MostKept = 100;

    private readonly Lock gate = new();
    private readonly List<LaneItem> waiting = [];
    private LaneItem? current;
    private RetryWait? wait;
    private int waitsIn;
    private EffectAddress keptUpTo;
    private bool hasMore;
    private bool isReading;
    private bool isClosed;
    private bool looksAhead;
    private bool doubts;
    private int epoch;

    public ConversationKey Conversation => conversation;

    public Destination Destination => destination;

    public string Instance => instance;

    /// <summary>The node in whose hands its effects are.</summary>
    public long Node => node;

    /// <summary>What was taken out and has neither ended nor come back.</summary>
    public LaneItem? Current
    {
        get
        {
            lock (gate)
            {
                return current;
            }
        }
    }

    /// <summary>True unless what comes next goes to a connection.</summary>
    public bool NeedsChannel
    {
        get
        {
            lock (gate)
            {
                return destination == Destination.Channel && (waiting.Count == 0 || waiting[0].Entry.Effect is SendMessage);
            }
        }
    }

    /// <summary>Adds those of the effects that go to its destination, each in its place. False when the lane has just ended and a new one is needed.</summary>
    public bool TryAdd(int currentEpoch, IReadOnlyList<OutboxEntry> entries, bool mustLookAhead, bool isDoubtful)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return false;
            }

            epoch = Math.Max(epoch, currentEpoch);
            if (waitsIn < epoch)
            {
                wait?.TryEnd(RetryPermit.Free);
            }

            for (var i = 0; i < entries.Count; i++)
            {
                if (Destinations.Of(entries[i].Effect) == destination)
                {
                    Add(new(entries[i], mustLookAhead, isDoubtful));
                }
            }

            return true;
        }
    }

    /// <summary>Ends it when nothing waits any more, in memory or in the store.</summary>
    public bool TryEnd()
    {
        lock (gate)
        {
            isClosed |= waiting.Count == 0 && !hasMore;
            return isClosed;
        }
    }

    /// <summary>Notes what it waits for, to end that when there is nothing to wait for any more: it was put down, or the conversation has changed hands.</summary>
    /// <param name="next">What it waits for.</param>
    /// <param name="then">The epoch of what waits.</param>
    public void Await(RetryWait next, int then)
    {
        lock (gate)
        {
            (wait, waitsIn) = (next, then);
            if (isClosed || then < epoch)
            {
                next.TryEnd(RetryPermit.Free);
            }
        }
    }

    /// <summary>The next one. Null when there is none in memory: then the lane is read on, or has ended.</summary>
    public LaneItem? Next(out bool mustRead)
    {
        lock (gate)
        {
            mustRead = false;
            if (waiting.Count > 0 && !isClosed)
            {
                current = waiting[0];
                waiting.RemoveAt(0);
                return current;
            }

            mustRead = hasMore && !isClosed;
            isClosed |= !mustRead;
            return null;
        }
    }

    /// <summary>True when something older has come since this one was taken out.</summary>
    public bool HasBefore(LaneItem item)
    {
        lock (gate)
        {
            return waiting.Count > 0 && waiting[0].Entry.Address < item.Entry.Address;
        }
    }

    /// <summary>The present one has ended.</summary>
    public void Complete()
    {
        lock (gate)
        {
            room.Release(current is null ? 0 : 1);
            current = null;
        }
    }

    /// <summary>The present one is to come again.</summary>
    public void Return(LaneItem item)
    {
        lock (gate)
        {
            current = null;
            if (isClosed || (hasMore && item.Entry.Address > keptUpTo))
            {
                // Put down, or to be read again behind an older one that came meanwhile.
                room.Release(1);
                return;
            }

            waiting.Insert(PlaceOf(item.Entry.Address), item);
        }
    }

    /// <summary>Keeps nothing but where to read on: what waits for long need not be in memory.</summary>
    public void Forget()
    {
        lock (gate)
        {
            if (waiting.Count > 0 && !isReading && waiting.TrueForAll(item => item is { Breaks: 0, Finish: null }))
            {
                Cut(0, waiting[0].Entry.Address);
            }
        }
    }

    /// <summary>Begins to read on.</summary>
    /// <returns>The last effect that is known.</returns>
    public EffectAddress BeginRead()
    {
        lock (gate)
        {
            isReading = true;
            hasMore = false;
            return keptUpTo;
        }
    }

    /// <summary>Takes in what was read; each has a place already.</summary>
    /// <param name="read">What was read, and is ours.</param>
    /// <param name="last">The last that was read; null for nothing.</param>
    /// <param name="isAll">True when there was no more.</param>
    /// <returns>How many of the places are used.</returns>
    public int EndRead(IReadOnlyList<OpenEntry> read, EffectAddress? last, bool isAll)
    {
        lock (gate)
        {
            isReading = false;
            hasMore |= !isAll;
            if (isClosed)
            {
                return 0;
            }

            foreach (var open in read)
            {
                epoch = Math.Max(epoch, open.CurrentEpoch);
                waiting.Insert(PlaceOf(open.Entry.Address), new(open.Entry, looksAhead, doubts));
            }

            keptUpTo = last ?? keptUpTo;
            return read.Count;
        }
    }

    /// <summary>True when the conversation has changed hands since that epoch.</summary>
    public bool HasPassed(int then)
    {
        lock (gate)
        {
            return then < epoch;
        }
    }

    /// <summary>Takes out what the store has cancelled with a lost conversation: messages of that epoch and before which nothing waits for.</summary>
    public void Drop(int lostEpoch)
    {
        lock (gate)
        {
            room.Release(waiting.RemoveAll(item => !item.Entry.IsAwaited && item.Entry.Epoch <= lostEpoch));
        }
    }

    /// <summary>Puts everything down: it is not in our hands any more. A call under way goes on.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            isClosed = true;
            room.Release(waiting.Count);
            waiting.Clear();
            wait?.TryEnd(RetryPermit.Free);
        }
    }

    private void Add(LaneItem item)
    {
        var address = item.Entry.Address;
        if ((hasMore || isReading) && address > keptUpTo)
        {
            Mark(item);
            return;
        }

        var place = PlaceOf(address);
        if (current?.Entry.Address == address || (place < waiting.Count && waiting[place].Entry.Address == address))
        {
            return;
        }

        if (waiting.Count < MostKept && room.TryTake())
        {
            waiting.Insert(place, item);
            return;
        }

        Mark(item);
        Cut(place, address);
    }

    private void Mark(LaneItem item)
    {
        hasMore = true;
        looksAhead |= item.MustLookAhead;
        doubts |= item.IsDoubtful;
    }

    // What stands from that place on is forgotten; it is read from the store when its turn comes.
    private void Cut(int place, EffectAddress first)
    {
        for (var i = place; i < waiting.Count; i++)
        {
            Mark(waiting[i]);
        }

        room.Release(waiting.Count - place);
        waiting.RemoveRange(place, waiting.Count - place);
        hasMore = true;
        keptUpTo = first with { Effect = first.Effect with { Index = first.Effect.Index - 1 } };
    }

    private int PlaceOf(EffectAddress address)
    {
        // Nearly always behind all others.
        var place = waiting.Count;
        while (place > 0 && waiting[place - 1].Entry.Address >= address)
        {
            place--;
        }

        return place;
    }
}
