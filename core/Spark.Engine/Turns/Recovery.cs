using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>Answers a fault, when it is the bot's to speak.</summary>
internal static class Recovery
{
    /// <summary>Runs the bot's own dialog for faults, or apologises when it has none or has run it since the person last spoke.</summary>
    public static void Answer(Turn turn)
    {
        if (!Leave(turn))
        {
            return;
        }

        // The dialog for faults may act: were it run for each fault of its own deeds, a ticket would be opened every time.
        if (turn.State.IsRecovering || !turn.Bot.Events.TryGetValue(BotEvent.Failed, out var dialog))
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Failed);
            return;
        }

        turn.State = turn.State with { IsRecovering = true };
        turn.GoTo(dialog);
        DialogRunner.Advance(turn);
    }

    /// <summary>Says a fixed sentence.</summary>
    public static void Apologise(Turn turn)
    {
        if (Leave(turn))
        {
            turn.State = turn.State with { IsRecovering = true };
            Speech.SayBuiltIn(turn, BuiltInTexts.Failed);
        }
    }

    // Leaves what was under way; false when somebody else holds the conversation, who must not be talked over.
    private static bool Leave(Turn turn)
    {
        if (turn.State.Owner == Owner.Queued)
        {
            return false;
        }

        if (turn.State.Owner != Owner.Bot)
        {
            Episodes.End(turn, EpisodeOutcome.Escalated, reason: null);
            return false;
        }

        if (turn.Happened is InboundReceived { Inbound: Channels.MessageReceived or Channels.ConversationForwarded })
        {
            turn.State = turn.State with { IsRecovering = false };
        }

        var farewell = (turn.State.Waiting as WaitingForEffect)?.Farewell;
        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        turn.State = turn.State with
        {
            Stack = [],
            Waiting = null,
            Menu = null,
            Episode = turn.State.Episode! with { IsNew = false },
        };
        if (farewell is not null)
        {
            turn.Add(farewell);
        }

        return true;
    }
}
