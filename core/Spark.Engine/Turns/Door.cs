using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Where every event enters a conversation: decides who hears it, and lets the dialogs go on.</summary>
internal static class Door
{
    /// <summary>The most messages that wait for an effect's result; what comes beyond is logged and not heard.</summary>
    private const int MostDeferred = 50;

    public static void Enter(Turn turn)
    {
        switch (turn.Happened)
        {
            case InboundReceived received:
                Learn(turn, received);
                Hear(turn, received.Inbound);
                break;
            case EffectEnded ended:
                ActionRunner.Resume(turn, ended);
                break;
            default:
                throw turn.Fault("SPK13002", $"The engine does not know events of type {turn.Happened.GetType().Name}.");
        }

        DialogRunner.Advance(turn);
        Drain(turn);
    }

    /// <summary>Answers a fault with the bot's own dialog for faults.</summary>
    public static void EnterFailed(Turn turn)
    {
        var isSecondFault = turn.State.IsRecovering;
        Recover(turn);
        if (turn.State.Owner != Owner.Bot)
        {
            return;
        }

        // A dialog for faults whose own actions fail would go round for ever, and act each time.
        if (isSecondFault || !turn.Bot.Events.TryGetValue(BotEvent.Failed, out var dialog))
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Failed);
            return;
        }

        turn.GoTo(dialog);
        DialogRunner.Advance(turn);
    }

    /// <summary>Answers a fault with a fixed sentence, which needs nothing of the bot.</summary>
    public static void Apologise(Turn turn)
    {
        Recover(turn);
        if (turn.State.Owner == Owner.Bot)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Failed);
        }
    }

    // Who holds the conversation is a fact of the event, whatever the dialogs made of it.
    private static void Recover(Turn turn)
    {
        switch (turn.Happened)
        {
            case InboundReceived received:
                Learn(turn, received);
                if (received.Inbound is ConversationDelegated)
                {
                    ReturnToBot(turn);
                }

                break;
            case HandoverEnded handover when turn.State.Waiting is WaitingForEffect { IsHandover: true } waiting && waiting.Effect == handover.Effect:
                turn.State = turn.State with
                {
                    Owner = handover.Succeeded ? Owner.Provider : Owner.Bot,
                    OwnerEpoch = turn.State.OwnerEpoch + 1,
                };
                break;
        }

        if (!turn.State.IsOpen)
        {
            BeginEpisode(turn);
        }

        turn.State = turn.State with
        {
            Stack = [],
            Waiting = null,
            Deferred = [],
            Menu = null,
            IsRecovering = true,
            Owner = turn.State.Owner == Owner.Queued ? Owner.Bot : turn.State.Owner,
            Episode = turn.State.Episode! with { IsNew = false },
        };
    }

    // What the channel tells with an event holds from that event on.
    private static void Learn(Turn turn, InboundReceived received)
    {
        var inbound = received.Inbound;
        var person = inbound.Person ?? turn.State.Person;
        var language = inbound.Person?.Language is { } asked ? Languages.Find(turn.Bot.Languages, asked) : null;
        turn.State = turn.State with
        {
            Channel = received.Channel,
            ChannelInstance = received.ChannelInstance,
            Person = person,
            ChannelDetails = inbound.ChannelDetails ?? turn.State.ChannelDetails,
            Language = language ?? (turn.State.Language.Length > 0 ? turn.State.Language : turn.Bot.Languages[0]),
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
            case MessageReceived message:
                Hear(turn, message);
                break;
            default:
                throw turn.Fault("SPK13002", $"The engine does not know inbound events of type {inbound.GetType().Name}.");
        }
    }

    private static void Start(Turn turn, ConversationStarted started)
    {
        // While a handover is under way this is an old event that was overtaken: the desk has not lent the conversation again.
        if (turn.State.Owner is Owner.Provider or Owner.Closed)
        {
            ReturnToBot(turn);
            BeginEpisode(turn);
        }
        else if (!turn.State.IsOpen)
        {
            BeginEpisode(turn);
        }

        if (started.BotSpeaksFirst && turn.State.Episode!.IsNew)
        {
            Answer(turn, BotEvent.Started);
        }
    }

    private static void TakeBack(Turn turn)
    {
        var cameFromDesk = turn.State.Owner is Owner.Provider or Owner.Queued;
        ReturnToBot(turn);
        BeginEpisode(turn);
        Answer(turn, cameFromDesk && turn.Bot.Events.ContainsKey(BotEvent.AgentLeft) ? BotEvent.AgentLeft : BotEvent.Started);
    }

    private static void Hear(Turn turn, MessageReceived message)
    {
        if (IsForPrograms(message))
        {
            return;
        }

        // Also while a handover is under way: should it fail, the bot hears what was said meanwhile.
        if (turn.State.Waiting is WaitingForEffect)
        {
            if (turn.State.Deferred.Count < MostDeferred)
            {
                turn.State = turn.State with { Deferred = turn.State.Deferred.Add(new(turn.Sequence, message)) };
            }

            return;
        }

        if (turn.State.Owner != Owner.Bot)
        {
            return;
        }

        turn.State = turn.State with { IsRecovering = false };

        if (!turn.State.IsOpen)
        {
            BeginEpisode(turn);
        }

        if (turn.State.Waiting is WaitingForAnswer)
        {
            Prompt.Answer(turn, message);
        }
        else
        {
            Chooser.Choose(turn, message);
        }
    }

    // An event of a page or a card is no speech: it is logged, and no person waits for an answer to it.
    private static bool IsForPrograms(MessageReceived message) => message.Parts.Count > 0 && message.Parts.All(part => part is EventPart);

    // Messages that came while an effect was awaited are heard in their order, until one of them leads to another wait.
    private static void Drain(Turn turn)
    {
        while (turn.State.Waiting is not WaitingForEffect && !turn.State.Deferred.IsEmpty)
        {
            var next = turn.State.Deferred[0];
            turn.State = turn.State with { Deferred = turn.State.Deferred.RemoveAt(0) };
            Hear(turn, next.Message);
            DialogRunner.Advance(turn);
        }
    }

    private static void Answer(Turn turn, BotEvent happened)
    {
        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false } };
        if (turn.Bot.Events.TryGetValue(happened, out var dialog))
        {
            turn.GoTo(dialog);
        }
    }

    private static void ReturnToBot(Turn turn) => turn.State = turn.State with
    {
        Owner = Owner.Bot,
        OwnerEpoch = turn.State.OwnerEpoch + 1,
        Stack = [],
        Waiting = null,
        Deferred = [],
    };

    // A new episode forgets what belonged to the last one; what belongs to the person stays.
    private static void BeginEpisode(Turn turn) => turn.State = turn.State with
    {
        Episode = new()
        {
            Number = (turn.State.Episode?.Number ?? 0) + 1,
            Bot = turn.Bot.Id,
            Version = turn.Bot.Version,
            Began = turn.Happened.At,
        },
        Variables = turn.State.Variables.RemoveRange(turn.State.Variables.Keys.Where(name => !BelongsToPerson(turn.Bot, name))),
        Stack = [],
        Waiting = null,
        Menu = null,
        Intent = null,
        Misses = 0,
    };

    private static bool BelongsToPerson(Bot bot, string variable) =>
        bot.Variables.TryGetValue(variable, out var definition) && definition.Scope == VariableScope.Person;
}
