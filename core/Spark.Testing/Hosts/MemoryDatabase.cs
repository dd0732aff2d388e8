using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Testing.Hosts;

/// <summary>What a database holds of one conversation. It outlives the hosts.</summary>
internal sealed class MemoryDatabase
{
    /// <summary>The state; null before the first turn.</summary>
    public ConversationState? State { get; set; }

    /// <summary>The number of the last turn.</summary>
    public long Sequence { get; set; }

    /// <summary>The keys of events that were taken, and the turns that took them.</summary>
    public Dictionary<SeenKey, long> Seen { get; } = [];

    /// <summary>What the bot knows of people, by person and variable.</summary>
    public SortedDictionary<(string Person, string Name), PersonVariable> People { get; } = [];

    /// <summary>The effects that have not ended.</summary>
    public SortedDictionary<EffectAddress, OutboxEntry> Open { get; } = [];

    /// <summary>The turns.</summary>
    public List<StoredTurn> Log { get; } = [];

    /// <summary>When the conversation is to be woken.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>What is published: bot and version.</summary>
    public Dictionary<string, string> Published { get; } = new(StringComparer.Ordinal);

    /// <summary>All publications with a note, the first one first.</summary>
    public List<Release> Releases { get; } = [];

    /// <summary>The kept versions.</summary>
    public Dictionary<(string Bot, string Version), BotSource> Versions { get; } = [];

    /// <summary>Rises with each publication.</summary>
    public long Revision { get; set; }

    /// <summary>Lets nothing survive but what is written: the next host reads bytes, not the objects of the one before.</summary>
    public void ForgetObjects()
    {
        State = State is null ? null : ConversationJson.ReadState(ConversationJson.Write(State));
        foreach (var (address, entry) in Open.ToList())
        {
            Open[address] = entry with { Effect = ConversationJson.ReadEffect(ConversationJson.Write(entry.Effect)) };
        }
    }
}
