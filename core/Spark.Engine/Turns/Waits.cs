using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>What follows when the person says nothing.</summary>
internal static class Waits
{
    /// <summary>
    /// How often a bot goes on by itself before the episode ends: dialogs that ask again whenever nobody answers would otherwise write to
    /// the person for ever.
    /// </summary>
    private const int Most = 10;

    private const string Reason = "idle";

    /// <summary>Goes on from a timer of the dialogs, of which <see cref="Timers.Take"/> has taken note.</summary>
    public static void Pass(Turn turn, TimerDue due)
    {
        if (turn.State is not { IsOpen: true, Owner: Owner.Bot, Silence: { } silence, Waiting: not WaitingForEffect })
        {
            return;
        }

        var wasIdle = turn.Before.Silence is { IsIdle: true };
        switch (due.Name)
        {
            case Timers.Wait when silence.Waits <= Most:
                Prompt.Leave(turn);
                break;
            case Timers.Idle when silence.Waits <= Most && !wasIdle && turn.Bot.Events.TryGetValue(BotEvent.Idle, out var dialog):
                BreakIn(turn, dialog);
                break;
            case Timers.Wait or Timers.Idle:
                Episodes.End(turn, EpisodeOutcome.Abandoned, Reason);
                break;
        }
    }

    /// <summary>Runs a dialog that no word of the person led to; a question under way is asked again afterwards.</summary>
    public static void BreakIn(Turn turn, string dialog)
    {
        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false } };
        if (turn.State.Waiting is null)
        {
            turn.GoTo(dialog);
        }
        else
        {
            turn.Interrupt(dialog);
        }
    }
}
