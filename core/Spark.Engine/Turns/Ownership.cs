using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>
/// Who holds the conversation. What an event says about it is a fact of the world: it holds whether the dialogs that run afterwards
/// succeed or not, so it is taken before any of them runs.
/// </summary>
internal static class Ownership
{
    /// <summary>Takes what the turn's event says about the owner.</summary>
    public static void Apply(Turn turn)
    {
        if (turn.Ended is HandoverEnded ended
            && turn.State.Waiting is WaitingForEffect { IsHandover: true } waiting
            && waiting.Effect == ended.Effect)
        {
            turn.State = turn.State with
            {
                Owner = ended.Succeeded ? Owner.Provider : Owner.Bot,
                OwnerEpoch = turn.State.OwnerEpoch + 1,
            };
            return;
        }

        if (turn.Ended is OffloadDecided decided)
        {
            if (DeskFacts.EndsMove(turn.State, decided))
            {
                DeskFacts.Move(turn, decided);
            }
            else if (DeskFacts.IsAccepted(turn, decided))
            {
                DeskFacts.Accept(turn, decided);
            }

            return;
        }

        switch (turn.Happened)
        {
            case InboundReceived { Inbound: ConversationDelegated }:
                DeskFacts.Release(turn);
                ReturnToBot(turn);
                break;
            case InboundReceived { Inbound: ConversationStarted started } when WasAway(turn) && turn.State.Desk is null && !Welcome.IsRepeated(turn, started):
                ReturnToBot(turn);
                break;
            case InboundReceived { Inbound: ConversationClosed } when turn.State.Owner != Owner.Closed:
                Close(turn);
                break;
            case DeskReported reported:
                DeskFacts.Take(turn, reported);
                break;
            case OperatorStepped stepped:
                DeskFacts.Step(turn, stepped);
                break;
            case TimerDue { Name: Relay.Timer }:
                DeskFacts.Expire(turn);
                break;
        }
    }

    /// <summary>
    /// True when the conversation was not ours before this turn. One that waits to be handed over still is: a channel may repeat that a
    /// conversation started, and that must not take it out of the desk's hands.
    /// </summary>
    public static bool WasAway(Turn turn) => turn.Before.Owner is Owner.Provider or Owner.Closed;

    // Nobody can be spoken to: whatever was under way is over, and what waits to be sent is withdrawn.
    private static void Close(Turn turn)
    {
        Episodes.End(turn, turn.State.Owner == Owner.Queued ? EpisodeOutcome.Escalated : EpisodeOutcome.Abandoned, turn.State.Owner == Owner.Queued ? null : "closed");
        DeskFacts.Release(turn);
        turn.State = turn.State with { Owner = Owner.Closed, OwnerEpoch = turn.State.OwnerEpoch + 1, Deferred = [], Menu = null };
    }

    private static void ReturnToBot(Turn turn) => turn.State = turn.State with
    {
        Owner = Owner.Bot,
        OwnerEpoch = turn.State.OwnerEpoch + 1,
        Stack = [],
        Waiting = null,
        Deferred = [],
    };
}
