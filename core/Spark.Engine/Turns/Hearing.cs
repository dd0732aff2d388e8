using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Decides whether a message is heard now, later or not at all, and by whom.</summary>
internal static class Hearing
{
    public static void Hear(Turn turn, MessageReceived message)
    {
        if (!IsSpeech(message) || LoopBreaker.Stops(turn))
        {
            return;
        }

        if (turn.State is { Desk: { } desk, Owner: not Owner.Bot })
        {
            Relay.Hear(turn, desk, message);
            return;
        }

        // Also while a handover is leaving: it may not arrive, and then somebody must have heard what was said.
        if (turn.State.Waiting is WaitingForEffect || !turn.State.Deferred.IsEmpty)
        {
            Backlog.Add(turn, message);
        }
        else if (turn.State.Owner == Owner.Bot && !SwitchedOff.Answer(turn))
        {
            HearNow(turn, message, saidAt: turn.Sequence);
        }
    }

    /// <summary>False for an event of a page or a card: it is logged, and no person waits for an answer to it.</summary>
    public static bool IsSpeech(MessageReceived message)
    {
        foreach (var part in message.Parts)
        {
            if (part is not EventPart)
            {
                return true;
            }
        }

        return message.Parts.Count == 0;
    }

    /// <summary>Hears a message that waited.</summary>
    public static void HearLate(Turn turn, DeferredMessage deferred)
    {
        turn.Understood = deferred.Understood;
        if (deferred.Forwarded is { } forwarded)
        {
            Forwarding.HearNow(turn, forwarded);
        }
        else
        {
            HearNow(turn, deferred.Message, deferred.Sequence);
        }
    }

    private static void HearNow(Turn turn, MessageReceived message, long saidAt)
    {
        if (!turn.State.IsOpen)
        {
            // A late press on a question of an episode that is over is no reason to begin another.
            if (message.ChoiceToken is { } token && ChoiceToken.IsAnswer(token, out _, out _, out _))
            {
                turn.State = turn.State with { IsRecovering = false };
                Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
                return;
            }

            Episodes.Begin(turn);
        }

        turn.State = turn.State with { IsRecovering = false, Heard = turn.State.Heard + 1 };
        if (LongMessages.Refuse(turn, message))
        {
            return;
        }

        if (turn.State.Waiting is WaitingForApproval approval)
        {
            Approvals.Answer(turn, message, approval, saidAt);
        }
        else if (turn.State.Waiting is not WaitingForAnswer waiting)
        {
            Chooser.Choose(turn, message);
        }
        else if (waiting.Asked > saidAt)
        {
            Prompt.Overhear(turn, message);
        }
        else
        {
            Prompt.Answer(turn, message);
        }
    }
}
