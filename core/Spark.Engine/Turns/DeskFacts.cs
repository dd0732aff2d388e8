using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>What a desk that relays says about who has the conversation: facts, which hold whatever the dialogs come to.</summary>
internal static class DeskFacts
{
    /// <summary>How long an operator may say nothing; then the bot takes the conversation back, so that nobody waits for somebody who has gone home.</summary>
    private static readonly TimeSpan OperatorLease = TimeSpan.FromMinutes(30);

    /// <summary>True when the desk has the conversation, under the id that it speaks of.</summary>
    public static bool IsHeldBy(ConversationState state, DeskReported reported) =>
        state.Desk is { } desk
        && string.Equals(desk.Connection, reported.Connection, StringComparison.Ordinal)
        && string.Equals(desk.ExternalId, reported.Report.ExternalId, StringComparison.Ordinal);

    /// <summary>True when the decision gives the conversation to a desk that relays.</summary>
    public static bool IsAccepted(Turn turn, OffloadDecided decided) =>
        decided.Decision is { Result: OffloadResult.Accepted, Completion: null, ExternalId.Length: > 0 }
        && turn.State.Waiting is WaitingForEffect { IsHandover: false } waiting
        && waiting.Effect == decided.Effect
        && ActionRunner.AwaitedDeed(turn) is OffloadDeed deed
        && ActionRunner.Kind(turn, deed) == OffloadKind.Relay;

    /// <summary>A desk has accepted: the person is in its queue.</summary>
    public static void Accept(Turn turn, OffloadDecided decided)
    {
        var deed = (OffloadDeed)ActionRunner.AwaitedDeed(turn)!;
        var decision = decided.Decision;
        var lease = decision.Lease is { Ticks: > 0 } asked ? asked : Relay.DefaultLease;
        turn.State = turn.State with
        {
            Owner = Owner.Queued,
            Returned = null,
            Desk = new()
            {
                Connection = deed.Connection,
                ExternalId = decision.ExternalId!,
                Position = decision.Position,
                Leave = [.. deed.Leave],
                Lease = lease,
                DueAt = turn.Happened.At + lease,
                Action = turn.Top.Id,
                Step = turn.Top.Step,
            },
        };
    }

    /// <summary>True when the decision is that of the desk to which an operator moves the conversation.</summary>
    public static bool EndsMove(ConversationState state, OffloadDecided decided) => state.Desk?.Move is { } move && move.Effect == decided.Effect;

    /// <summary>
    /// The other desk has decided. One that accepts is given what was said since it was asked, and the old one is told; who holds the
    /// conversation does not change, so that an agent's last words still arrive. One that does not changes nothing.
    /// </summary>
    public static void Move(Turn turn, OffloadDecided decided)
    {
        var (old, decision) = (turn.State.Desk!, decided.Decision);
        if (decision is not { Result: OffloadResult.Accepted, Completion: null, ExternalId: { Length: > 0 } id })
        {
            turn.State = turn.State with { Desk = old with { Move = null, Refusal = $"{old.Move!.Connection}: {ActionRunner.NameOf(decision.Result)}" } };
            return;
        }

        var lease = decision.Lease is { Ticks: > 0 } asked ? asked : Relay.DefaultLease;
        var desk = new DeskHold
        {
            Connection = old.Move!.Connection,
            ExternalId = id,
            Position = decision.Position,
            Leave = old.Leave,
            Lease = lease,
            DueAt = turn.Happened.At + lease,
            Action = old.Action,
            Step = old.Step,
        };
        Relay.Tell(turn, old, DeskWord.Left);
        turn.State = turn.State with { Desk = desk };
        foreach (var said in old.Move.Said)
        {
            Relay.PassOn(turn, desk, said);
        }
    }

    /// <summary>Takes what a desk reported. Whatever it says, it lives.</summary>
    public static void Take(Turn turn, DeskReported reported)
    {
        if (!IsHeldBy(turn.State, reported))
        {
            return;
        }

        var desk = turn.State.Desk! with { DueAt = turn.Happened.At + turn.State.Desk.Lease, IsAsked = false };
        turn.State = turn.State with { Desk = desk };
        switch (reported.Report)
        {
            case AgentJoined joined:
                TakeOver(turn, desk, joined.Agent);
                break;
            case AgentMessage said:
                TakeOver(turn, desk, said.Agent);
                break;
            case QueueMoved moved:
                turn.State = turn.State with { Desk = desk with { Position = moved.Position } };
                break;
            case DeskClosed closed:
                Return(turn, turn.State.Owner == Owner.Provider ? DeskReturn.Closed : DeskReturn.Unattended, closed.Agent);
                break;
        }
    }

    /// <summary>The desk was silent for the time of its lease.</summary>
    public static void Expire(Turn turn)
    {
        if (turn.State.Desk is not { } desk)
        {
            return;
        }

        if (desk.IsAsked || desk.Operator is not null)
        {
            Relay.Tell(turn, desk, DeskWord.Left);
            Return(turn, DeskReturn.Silent, agent: null);
        }
        else
        {
            turn.State = turn.State with { Desk = desk with { IsAsked = true, DueAt = turn.Happened.At + Relay.AnswerTime(desk) } };
        }
    }

    /// <summary>An operator or the channel takes the conversation from the desk.</summary>
    public static void Release(Turn turn)
    {
        if (turn.State.Desk is { } desk)
        {
            Relay.Tell(turn, desk, DeskWord.Left);
            turn.State = turn.State with { Desk = null, Returned = new(desk.Connection, DeskReturn.Released, desk.Agent) };
        }
    }

    /// <summary>
    /// An operator takes the conversation from the bot, or from a desk for which Spark keeps the channel; or ends the one that they have.
    /// What is leaving to an owner of the channel, or is there, is not Spark's to give.
    /// </summary>
    public static void Step(Turn turn, OperatorStepped stepped)
    {
        var (state, desk) = (turn.State, turn.State.Desk);
        if (stepped.Step == OperatorStep.Ends)
        {
            if (desk is { Operator: { } holder } && holder == stepped.Operator)
            {
                turn.State = state with { Owner = Owner.Bot, Desk = null, Returned = new(DeskHold.Cockpit, DeskReturn.Closed, stepped.Name) };
            }

            return;
        }

        if (state.Owner != Owner.Bot && desk is not { Operator: null })
        {
            return;
        }

        if (desk is not null && state.Owner != Owner.Bot)
        {
            Relay.Tell(turn, desk, DeskWord.Left);
        }

        Episodes.End(turn, EpisodeOutcome.Escalated, "operator");
        turn.State = turn.State with
        {
            Owner = Owner.Provider,
            OwnerEpoch = state.OwnerEpoch + 1,
            Returned = null,
            Deferred = [],
            Menu = null,
            Desk = new()
            {
                Connection = DeskHold.Cockpit,
                ExternalId = stepped.Operator,
                Operator = stepped.Operator,
                Agent = stepped.Name,
                Lease = OperatorLease,
                DueAt = turn.Happened.At + OperatorLease,
            },
        };
    }

    // From here on nothing of the bot leaves any more, whatever it had still to say.
    private static void TakeOver(Turn turn, DeskHold desk, string? agent)
    {
        turn.State = turn.State with { Desk = desk with { Agent = agent ?? desk.Agent, Position = null } };
        if (turn.State.Owner == Owner.Queued)
        {
            turn.State = turn.State with { Owner = Owner.Provider, OwnerEpoch = turn.State.OwnerEpoch + 1 };
            Episodes.End(turn, EpisodeOutcome.Escalated, reason: null);
        }
    }

    // The epoch stays: an agent's last words are still on their way to the person, and are to arrive.
    private static void Return(Turn turn, string reason, string? agent) => turn.State = turn.State with
    {
        Owner = Owner.Bot,
        Desk = null,
        Returned = new(turn.State.Desk!.Connection, reason, agent ?? turn.State.Desk.Agent),
    };
}
