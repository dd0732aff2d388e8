using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>
/// A conversation with a desk for which Spark keeps the channel: what the person says goes to the desk, what an agent says goes to the
/// person, and the bot runs no step until the conversation is back. It comes back for sure: the desk's silence has an end.
/// </summary>
internal static class Relay
{
    /// <summary>The timer of a desk's silence.</summary>
    public const string Timer = "desk";

    /// <summary>How long a desk may be silent that does not say.</summary>
    public static readonly TimeSpan DefaultLease = TimeSpan.FromMinutes(5);

    /// <summary>How long a desk that is asked may take.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);

    /// <summary>The most messages that are kept for a desk that is being asked; the one that has the conversation is given all of them.</summary>
    private const int MostSaid = 50;

    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(3);

    /// <summary>Carries what the person says to the desk, or takes the person out of its queue.</summary>
    public static void Hear(Turn turn, DeskHold desk, MessageReceived message)
    {
        if (turn.State.Owner == Owner.Queued && Leaves(turn, desk, message) is { } intent)
        {
            Tell(turn, desk, DeskWord.Left);
            Return(turn, DeskReturn.Left);
            if (!turn.State.IsOpen)
            {
                Episodes.Begin(turn);
            }

            if (Intents.DialogOf(turn, intent) is { } dialog)
            {
                turn.GoTo(dialog.Id);
            }
            else
            {
                Speech.SayBuiltIn(turn, BuiltInTexts.LeftQueue);
            }

            return;
        }

        PassOn(turn, desk, message);
    }

    /// <summary>
    /// Asks another desk to take the conversation, with what the step shared that gave it away. An operator who changes their mind asks the
    /// next: the answer of the one before is late then.
    /// </summary>
    public static void Move(Turn turn, DeskReassigned wish)
    {
        if (turn.State is not { Desk: { } desk, Owner: not Owner.Bot } || turn.Bot.Connections.GetValueOrDefault(wish.Connection)?.Offload != OffloadKind.Relay)
        {
            turn.IsLate = true;
            return;
        }

        var deed = desk.Action is { } action ? turn.Bot.Actions.GetValueOrDefault(action)?.Deeds.ElementAtOrDefault(desk.Step) as OffloadDeed : null;
        var effect = turn.Add(ActionRunner.RequestOf(turn, deed, wish));
        turn.State = turn.State with { Desk = desk with { Move = new() { Effect = effect, Connection = wish.Connection }, Refusal = null } };
    }

    /// <summary>What is left of the dialogs when a desk has the conversation: nothing. What waited to be heard is the desk's.</summary>
    public static void Settle(Turn turn)
    {
        if (turn.State is not { Desk: { } desk, Owner: not Owner.Bot })
        {
            return;
        }

        foreach (var deferred in turn.State.Deferred)
        {
            PassOn(turn, desk, deferred.Message);
        }

        turn.State = turn.State with { Stack = [], Waiting = null, Menu = null, Deferred = [], Changed = [] };
    }

    /// <summary>Says who is with the person now, of which <see cref="DeskFacts"/> has taken the facts.</summary>
    public static void Greet(Turn turn, OperatorStepped stepped)
    {
        if (turn.State.Desk == turn.Before.Desk)
        {
            turn.IsLate = true;
        }
        else if (stepped.Step == OperatorStep.Takes)
        {
            Say(turn, BuiltInTexts.AgentJoined, stepped.Name);
        }
    }

    /// <summary>Goes on from what a desk reported, of which <see cref="DeskFacts"/> has taken the facts.</summary>
    public static void Take(Turn turn, DeskReported reported)
    {
        if (!DeskFacts.IsHeldBy(turn.Before, reported))
        {
            Refuse(turn, reported);
            return;
        }

        switch (reported.Report)
        {
            case AgentJoined joined:
                if (joined.Agent is { Length: > 0 } name && name != turn.Before.Desk!.Agent)
                {
                    Say(turn, BuiltInTexts.AgentJoined, name);
                }

                break;
            case AgentMessage said when said.Parts.Count > 0:
                turn.Add(new SendMessage { Parts = said.Parts, Language = turn.State.Language, Agent = said.Agent ?? turn.State.Desk?.Agent });
                break;
            case AgentTyping:
                turn.Add(new SendMessage { Parts = [new TypingPart(Typing)], Language = turn.State.Language, Agent = turn.State.Desk?.Agent });
                break;
            case QueueMoved { Position: { } position } when position != turn.Before.Desk!.Position && turn.State.Owner == Owner.Queued:
                Say(turn, BuiltInTexts.QueuePosition, Value.From((double)position).ToText());
                break;
            case DeskClosed:
                ComeBack(turn);
                break;
        }
    }

    /// <summary>The desk was silent for too long: it is asked, and when it does not answer either, the conversation comes back.</summary>
    public static void Expire(Turn turn)
    {
        if (turn.State is { Owner: Owner.Bot })
        {
            ComeBack(turn);
        }
        else if (turn.State.Desk is { } desk)
        {
            Tell(turn, desk, DeskWord.Ask);
        }
    }

    /// <summary>How long a desk may take that is asked.</summary>
    public static TimeSpan AnswerTime(DeskHold desk) => desk.Lease < LongestAnswer ? desk.Lease : LongestAnswer;

    /// <summary>Tells a desk that gave its answer when nobody waited for it any more, or speaks when nobody listens.</summary>
    public static void Refuse(Turn turn, string connection, string externalId)
    {
        turn.IsLate = true;
        if (connection == DeskHold.Cockpit)
        {
            return;
        }

        turn.Add(new TellDesk { Connection = connection, ExternalId = externalId, Word = DeskWord.Left, Language = turn.State.Language });
    }

    /// <summary>Tells the desk something, or asks it. An operator reads it in the transcript.</summary>
    public static void Tell(Turn turn, DeskHold desk, DeskWord word)
    {
        if (desk.Operator is null)
        {
            turn.Add(new TellDesk
            {
                Connection = desk.Connection, ExternalId = desk.ExternalId, Word = word, Language = turn.State.Language, Person = turn.State.Person,
            });
        }
    }

    private static void Refuse(Turn turn, DeskReported reported)
    {
        if (reported.Report is AgentJoined or AgentMessage)
        {
            Refuse(turn, reported.Connection, reported.Report.ExternalId);
        }

        turn.IsLate = true;
    }

    // The owner was changed at the door.
    private static void ComeBack(Turn turn)
    {
        var reason = turn.State.Returned?.Reason;
        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false }, Stack = [], Waiting = null, Menu = null };
        turn.Bot.Events.TryGetValue(BotEvent.AgentLeft, out var dialog);
        if (reason != DeskReturn.Closed)
        {
            Speech.SayBuiltIn(turn, reason == DeskReturn.Silent ? BuiltInTexts.DeskSilent : BuiltInTexts.DeskUnattended);
        }
        else if (dialog is null)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.AgentLeft);
        }

        if (dialog is not null)
        {
            turn.GoTo(dialog);
        }
    }

    private static void Return(Turn turn, string reason) => turn.State = turn.State with
    {
        Owner = Owner.Bot, Desk = null, Returned = new(turn.State.Desk!.Connection, reason, turn.State.Desk.Agent),
    };

    /// <summary>Carries a message to the desk, and keeps it for one that is being asked to take over.</summary>
    public static void PassOn(Turn turn, DeskHold desk, MessageReceived message)
    {
        if (desk.Operator is null)
        {
            turn.Add(new TellDesk
            {
                Connection = desk.Connection,
                ExternalId = desk.ExternalId,
                Word = DeskWord.Said,
                Parts = message.Parts,
                Language = turn.State.Language,
                Person = turn.State.Person,
            });
        }

        if (turn.State.Desk is { Move: { Said.Count: < MostSaid } move } held)
        {
            var kept = message with { Person = null, ChannelDetails = null, Echo = null };
            turn.State = turn.State with { Desk = held with { Move = move with { Said = move.Said.Add(kept) } } };
        }
    }

    private static string? Leaves(Turn turn, DeskHold desk, MessageReceived message)
    {
        var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(part => part.Text));
        return desk.Leave.Count > 0 && text.Length > 0
            && turn.Bot.Intents.Match(text, turn.State.Language, PersonClock.Now(turn)) is { Rival: null, Score: >= Intents.Breaking } match
            && desk.Leave.Contains(match.Intent)
                ? match.Intent
                : null;
    }

    private static void Say(Turn turn, string name, string value) =>
        Speech.Say(turn, BuiltInTexts.In(turn.State.Language, name).Replace("{}", value, StringComparison.Ordinal));
}
