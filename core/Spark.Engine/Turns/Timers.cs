using System.Collections.Immutable;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Timer = Spark.Engine.Conversations.Timer;

namespace Spark.Engine.Turns;

/// <summary>
/// What a conversation waits for by the clock. One thing at a time: while an effect is awaited its deadline or the time of its next try, while a question with a
/// waiting time is open that time, and else the silence after which it is idle. While a desk relays, the silence of that desk; while
/// one owns it, nothing.
/// </summary>
internal static class Timers
{
    /// <summary>The timer of an open question.</summary>
    public const string Wait = "wait";

    /// <summary>The timer of an episode in which nobody says anything.</summary>
    public const string Idle = "idle";

    /// <summary>True when the turn's event is a timer that the state does not hold any more.</summary>
    public static bool IsOutdated(Turn turn) =>
        turn.Happened is TimerDue due && (Find(turn.Before.Timers, due.Name) is not { } timer || timer.Generation != due.Generation);

    /// <summary>Takes note of the passing of a timer: it holds whether the dialogs that run afterwards succeed or not.</summary>
    public static void Take(Turn turn)
    {
        if (turn.Happened is not TimerDue due)
        {
            return;
        }

        var silence = turn.State.Silence;
        turn.State = turn.State with
        {
            Timers = [],
            Silence = due.Name switch
            {
                Wait => new((silence?.Waits ?? 0) + 1, silence?.IsIdle ?? false),
                Idle => new((silence?.Waits ?? 0) + 1, IsIdle: true),
                _ => silence,
            },
        };
    }

    /// <summary>The timers of the state that the turn has come to.</summary>
    public static ImmutableList<Timer> Settle(Turn turn)
    {
        var state = turn.State;
        if (state is { Waiting: WaitingForEffect awaited, Owner: Owner.Bot or Owner.Queued })
        {
            var effect = awaited.Retry is { DueAt: not null } ? Retries.NameOf(awaited.Effect) : Deadlines.NameOf(awaited.Effect);
            return Find(state.Timers, effect) is { } kept
                ? Only(state.Timers, kept)
                : [new(effect, awaited.Retry?.DueAt ?? Deadlines.Of(turn, awaited), turn.Sequence)];
        }

        if (state is { Desk: { } desk, Owner: not Owner.Bot })
        {
            return Find(state.Timers, Relay.Timer) is { } silence && silence.DueAt == desk.DueAt
                ? Only(state.Timers, silence)
                : [new(Relay.Timer, desk.DueAt, turn.Sequence)];
        }

        if (!state.IsOpen || state.Owner != Owner.Bot)
        {
            return state.Timers.IsEmpty ? state.Timers : [];
        }

        var wait = WaitOf(turn, out var isNew);
        var name = wait is null ? Idle : Wait;
        if (!isNew && !turn.IsSpeech && Find(state.Timers, name) is { } running)
        {
            return Only(state.Timers, running);
        }

        return [new(name, turn.Happened.At + (wait ?? turn.Bot.IdleAfter), turn.Sequence)];
    }

    // The waiting time of the open question, and whether this turn has asked it.
    private static TimeSpan? WaitOf(Turn turn, out bool isNew)
    {
        isNew = false;
        if (turn.State is not { Waiting: WaitingForAnswer waiting, Stack.IsEmpty: false })
        {
            return null;
        }

        var frame = turn.Top;
        if (!turn.Bot.Dialogs.TryGetValue(frame.Id, out var dialog)
            || frame.Step >= dialog.Steps.Count
            || WaitOf(dialog.Steps[frame.Step]) is not { } wait)
        {
            return null;
        }

        isNew = waiting.Asked == turn.Sequence;
        return wait;
    }

    private static TimeSpan? WaitOf(Step step) => step switch
    {
        AskStep ask => ask.Wait,
        ConfirmStep confirm => confirm.Wait,
        _ => null,
    };

    private static ImmutableList<Timer> Only(ImmutableList<Timer> timers, Timer kept) => timers.Count == 1 ? timers : [kept];

    private static Timer? Find(ImmutableList<Timer> timers, string name)
    {
        foreach (var timer in timers)
        {
            if (string.Equals(timer.Name, name, StringComparison.Ordinal))
            {
                return timer;
            }
        }

        return null;
    }
}
