using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>Results that nobody waits for any more: recorded, and told where the bot has a dialog for it.</summary>
internal static class LateResults
{
    /// <summary>How many effects that were left are remembered, and how many results wait to be told.</summary>
    private const int Most = 8;

    /// <summary>How much of an output is kept, in bytes of JSON.</summary>
    private const int LargestOutput = 16 * 1024;

    /// <summary>Takes a late result.</summary>
    public static void Take(Turn turn, EffectEnded ended)
    {
        turn.IsLate = true;
        if (ended is OffloadDecided decided)
        {
            Episodes.NoteTicket(turn, decided.Decision);
        }

        if (ended is OffloadDecided { Connection: { } connection, Decision: { Result: OffloadResult.Accepted, ExternalId: { Length: > 0 } id } } && turn.State.Desk?.ExternalId != id)
        {
            // No agent is to sit before a conversation in which nobody reads.
            Relay.Refuse(turn, connection, id);
        }

        if (turn.State.Late is not { } late)
        {
            return;
        }

        var index = late.Left.FindIndex(left => left.Effect == ended.Effect);
        if (index < 0)
        {
            // Not one that was left, but one that came a second time.
            return;
        }

        var action = late.Left[index].Action;
        late = late with { Left = late.Left.RemoveAt(index) };
        if (turn.State.Owner == Owner.Bot && turn.Bot.Events.ContainsKey(BotEvent.LateResult) && Read(ended, action) is { } result)
        {
            late = late with { Untold = (late.Untold.Count < Most ? late.Untold : late.Untold.RemoveAt(0)).Add(result) };
        }

        turn.State = turn.State with { Late = late };
    }

    /// <summary>True when a result waits to be told, and nothing is under way that it would disturb.</summary>
    public static bool CanTell(Turn turn) =>
        turn.State is { Late.Untold.IsEmpty: false, Owner: Owner.Bot, Waiting: not WaitingForEffect }
        && turn.Bot.Events.TryGetValue(BotEvent.LateResult, out var dialog)
        && !turn.State.Stack.Exists(frame => !frame.IsAction && string.Equals(frame.Id, dialog, StringComparison.Ordinal));

    /// <summary>Takes the first result that waits, so that it is told once, whatever its dialog comes to.</summary>
    public static LateResult TakeFirst(Turn turn)
    {
        var late = turn.State.Late!;
        turn.State = turn.State with { Late = late with { Untold = late.Untold.RemoveAt(0) } };
        return late.Untold[0];
    }

    /// <summary>Begins the dialog that tells a result.</summary>
    public static void Tell(Turn turn, LateResult result)
    {
        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        turn.State = turn.State with { Late = (turn.State.Late ?? new()) with { Told = result } };
        Waits.BreakIn(turn, turn.Bot.Events[BotEvent.LateResult]);
    }

    /// <summary>What is remembered of late results after the turn.</summary>
    public static Lateness? Settle(Turn turn)
    {
        var late = turn.State.Late;
        if (turn.Before is { Waiting: WaitingForEffect { IsHandover: false, Retry: not { DueAt: not null } } waited, Stack.IsEmpty: false } && WasLeft(turn, waited))
        {
            late ??= new();
            var left = late.Left.Count < Most ? late.Left : late.Left.RemoveAt(0);
            late = late with { Left = left.Add(new(waited.Effect, turn.Before.Stack[^1].Id)) };
        }

        if (late is null)
        {
            return null;
        }

        if (late.Told is not null && turn.State.Stack.IsEmpty)
        {
            late = late with { Told = null };
        }

        if (!late.Untold.IsEmpty && turn.State.Owner != Owner.Bot)
        {
            late = late with { Untold = [] };
        }

        return late is { Told: null, Left.IsEmpty: true, Untold.IsEmpty: true } ? null : late;
    }

    private static bool WasLeft(Turn turn, WaitingForEffect waited) =>
        !(turn.State.Waiting is WaitingForEffect waiting && waiting.Effect == waited.Effect)
        && !(turn.Happened is EffectEnded ended && ended.Effect == waited.Effect);

    // A handover that was given up has nothing to tell.
    private static LateResult? Read(EffectEnded ended, string action)
    {
        var (result, output) = ended switch
        {
            ActionEnded invoked => (invoked.Result, invoked.Output),
            OffloadDecided decided => (ActionRunner.NameOf(decided.Decision.Result), ActionRunner.OutputOf(decided.Decision)),
            _ => (null, Value.Undefined),
        };
        return result is null
            ? null
            : new() { Action = action, Result = result, Reason = ended.Reason, Output = Weight.Of(output) <= LargestOutput ? output : Value.Undefined };
    }
}
