using Spark.Actions;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Runtime.Actions;

/// <summary>An action that is being run, and how far it has come.</summary>
/// <param name="node">The node in whose hands it is.</param>
/// <param name="epoch">The owner's epoch of its conversation now.</param>
/// <param name="entry">The effect.</param>
internal sealed class ActionRun(long node, int epoch, OutboxEntry entry)
{
    public long Node => node;

    public int Epoch => epoch;

    /// <summary>True when another process had it in hand: the attempt that was counted may have begun.</summary>
    public bool IsDoubtful { get; set; }

    public OutboxEntry Entry { get; set; } = entry;

    public InvokeAction Invoke => (InvokeAction)Entry.Effect;

    /// <summary>What the plugin is told beside the step's fields. All tries of a step bear the key of the first.</summary>
    public ActionContext Context => new()
    {
        EffectId = (Entry.Address with { Effect = Invoke.First ?? Entry.Address.Effect }).Id,
        Attempt = Invoke.Try - 1 + Entry.Attempts,
        Tries = Invoke.Tries,
        Language = Invoke.Language,
        Person = Invoke.Person,
    };

    /// <summary>How it has ended: from then on only that is left to be written.</summary>
    public ActionEnd? End { get; set; }
}
