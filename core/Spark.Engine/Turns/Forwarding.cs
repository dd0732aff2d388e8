using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>
/// A conversation that goes on here after it was had elsewhere. What was said there begins at the bot's triggers and nowhere else: whoever
/// forwards it is not the person, and so it neither answers an open question, confirm or approval, nor presses a button, nor is one of the
/// words that stop a dialog. A question that was open is asked again afterwards.
/// </summary>
internal static class Forwarding
{
    public static void Hear(Turn turn, ConversationForwarded forwarded)
    {
        // Not as a message of the person: whoever forwards cannot take the person out of the desk's queue.
        if (turn.State is { Desk: { } desk, Owner: not Owner.Bot })
        {
            Relay.PassOn(turn, desk, DeferredMessage.Of(turn.Sequence, forwarded).Message);
            return;
        }

        if (turn.State.Waiting is WaitingForEffect || !turn.State.Deferred.IsEmpty)
        {
            Backlog.Add(turn, forwarded);
        }
        else if (turn.State.Owner == Owner.Bot && !SwitchedOff.Answer(turn))
        {
            HearNow(turn, forwarded);
        }
    }

    /// <summary>Hears it while the conversation is the bot's and nothing is under way.</summary>
    public static void HearNow(Turn turn, ConversationForwarded forwarded)
    {
        // Two bots that hand over to each other would do so for ever.
        if (LoopBreaker.Stops(turn))
        {
            return;
        }

        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        var isFirst = turn.State.Episode!.IsNew;
        var handoff = Handoff.Of(forwarded);
        turn.State = turn.State with
        {
            IsRecovering = false,
            Heard = turn.State.Heard + 1,
            Handoff = handoff,
            Clarifying = [],
            Menu = null,
            Episode = turn.State.Episode with { IsNew = false },
        };
        Introduction.Say(turn, handoff);
        if (turn.State.Waiting is not null)
        {
            BreakIn(turn, handoff);
        }
        else if (!LongMessages.Refuse(turn, handoff.Text))
        {
            Chooser.ChooseIntent(turn, handoff.Text, isFirst);
        }
    }

    private static void BreakIn(Turn turn, Handoff handoff)
    {
        var open = Prompt.OpenVariable(turn);
        if (!LongMessages.IsTooLong(turn, handoff.Text) && Intents.Find(turn, handoff.Text) is { Match.Rival: null } found)
        {
            turn.Interrupt(found.Dialog.Id);
            Intents.Take(turn, found.Match, except: open);
        }
        else if (turn.State.Waiting is WaitingForApproval)
        {
            Approvals.Repeat(turn);
        }
        else
        {
            Prompt.Repeat(turn);
        }
    }
}
