using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>Where every event enters a conversation: takes what it says as a fact, and lets the dialogs go on.</summary>
internal static class Door
{
    public static void Enter(Turn turn)
    {
        if (!Admit(turn))
        {
            return;
        }

        switch (turn.Happened)
        {
            case InboundReceived received:
                Hear(turn, received.Inbound);
                break;
            case OffloadDecided decided when DeskFacts.EndsMove(turn.Before, decided):
                break;
            case EffectEnded or TimerDue when turn.Ended is { } ended:
                ActionRunner.Resume(turn, ended);
                break;
            case DeskReported reported:
                Relay.Take(turn, reported);
                break;
            case DeskReassigned reassigned:
                Relay.Move(turn, reassigned);
                break;
            case OperatorStepped stepped:
                Relay.Greet(turn, stepped);
                break;
            case TimerDue { Name: Relay.Timer }:
                Relay.Expire(turn);
                break;
            case TimerDue when Retries.TryAgain(turn):
                break;
            case TimerDue due:
                Waits.Pass(turn, due);
                break;
            case TicketChanged changed:
                Tickets.Take(turn, changed);
                break;
            default:
                throw turn.Fault("SPK13002", $"The engine does not know events of type {turn.Happened.GetType().Name}.");
        }

        DialogRunner.Advance(turn);
        Finish(turn);
    }

    /// <summary>Answers a fault with the bot's own dialog for faults.</summary>
    public static void EnterFailed(Turn turn)
    {
        if (Admit(turn))
        {
            Recovery.Answer(turn);
            Finish(turn);
        }
    }

    /// <summary>Answers a fault with a fixed sentence, which needs nothing of the bot.</summary>
    public static void EnterApology(Turn turn)
    {
        if (Admit(turn))
        {
            Recovery.Apologise(turn);
            Finish(turn);
        }
    }

    private static void Finish(Turn turn)
    {
        Relay.Settle(turn);
        Backlog.Drain(turn);
    }

    // None of this can fail: a turn that failed begins with it again. False when the event is out of date and changes nothing.
    private static bool Admit(Turn turn)
    {
        if (Timers.IsOutdated(turn))
        {
            return false;
        }

        if (turn.Happened is InboundReceived received)
        {
            Learn(turn, received);
        }

        var language = Spoken(turn);
        if (!string.Equals(language, turn.State.Language, StringComparison.Ordinal))
        {
            turn.State = turn.State with { Language = language };
        }

        Episodes.Repin(turn);
        Changes.Expire(turn);
        turn.Ended = Deadlines.EndOf(turn);
        Timers.Take(turn);
        Ownership.Apply(turn);
        turn.Base = turn.State;
        return true;
    }

    /// <summary>The language in which a turn that is about to run will hear its message.</summary>
    public static string LanguageOf(Turn turn)
    {
        if (turn.Happened is InboundReceived received)
        {
            Learn(turn, received);
        }

        return Spoken(turn);
    }

    private static string Spoken(Turn turn) =>
        Languages.Preferred(turn) ?? Languages.Find(turn.Bot.Languages, turn.State.Language) ?? turn.Bot.Languages[0];

    // What the channel tells with an event holds from that event on.
    private static void Learn(Turn turn, InboundReceived received)
    {
        var inbound = received.Inbound;
        Persons.Tell(turn, inbound.Person);
        if (received.Remembered is { } remembered)
        {
            PersonMemory.Take(turn, remembered);
        }

        var told = inbound.Person?.Language is { } asked ? Languages.Find(turn.Bot.Languages, asked) : null;
        var language = told ?? Languages.Heard(turn, inbound);
        turn.State = turn.State with
        {
            Channel = received.Channel,
            ChannelInstance = received.ChannelInstance,
            Person = Persons.After(inbound, turn.State.Person),
            ChannelDetails = inbound.ChannelDetails ?? turn.State.ChannelDetails,
            Language = language ?? turn.State.Language,
            KnowsLanguage = turn.State.KnowsLanguage || language is not null,
            Silence = turn.IsSpeech ? null : turn.State.Silence,
            Pace = inbound switch
            {
                MessageReceived message when turn.IsSpeech => LoopBreaker.Take(turn, message),
                ConversationForwarded forwarded => LoopBreaker.Take(turn, forwarded),
                _ => turn.State.Pace,
            },
        };
    }

    private static void Hear(Turn turn, InboundEvent inbound)
    {
        switch (inbound)
        {
            case ConversationStarted started:
                Start(turn, started);
                break;
            case ConversationDelegated:
                TakeBack(turn);
                break;
            case ConversationClosed:
                break;
            case ConversationLeft:
                Welcome.End(turn);
                break;
            case MessageReceived message:
                Hearing.Hear(turn, message);
                break;
            case ConversationForwarded forwarded:
                Forwarding.Hear(turn, forwarded);
                break;
            default:
                throw turn.Fault("SPK13002", $"The engine does not know inbound events of type {inbound.GetType().Name}.");
        }
    }

    private static void Start(Turn turn, ConversationStarted started)
    {
        if (turn.State.Owner != Owner.Bot || Welcome.IsRepeated(turn, started))
        {
            return;
        }

        Welcome.Take(turn, started);
        if (Ownership.WasAway(turn) || !turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        if (started.Brought is { } brought)
        {
            Arrivals.HandOver(turn, brought);
            return;
        }

        if (started.BotSpeaksFirst && turn.State.Episode!.IsNew && !SwitchedOff.Answer(turn))
        {
            Answer(turn, BotEvent.Started);
        }
    }

    private static void TakeBack(Turn turn)
    {
        var cameFromDesk = turn.Before.Owner is Owner.Provider or Owner.Queued;
        Episodes.Begin(turn);
        if (SwitchedOff.Answer(turn))
        {
            return;
        }

        Answer(turn, cameFromDesk && turn.Bot.Events.ContainsKey(BotEvent.AgentLeft) ? BotEvent.AgentLeft : BotEvent.Started);
    }

    private static void Answer(Turn turn, BotEvent happened)
    {
        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false } };
        if (turn.Bot.Events.TryGetValue(happened, out var dialog))
        {
            turn.GoTo(dialog);
        }
    }
}
