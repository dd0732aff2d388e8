using System.Globalization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>The names that every bot knows without declaring them: <c>sys.…</c>. Read only.</summary>
internal static class SystemValues
{
    public static Value Of(Turn turn) => Value.From(new System(turn));

    private static Value User(ConversationState state)
    {
        if (state.Person is not { } person)
        {
            return Value.Undefined;
        }

        var fields = new List<KeyValuePair<string, Value>> { new("id", Value.From(person.Id)) };
        Add(fields, "name", person.Name);
        Add(fields, "email", person.Email);
        Add(fields, "timeZone", person.TimeZone);
        fields.Add(new("language", Value.From(state.Language)));
        fields.Add(new("verified", Value.From(person.Verified)));
        return Value.Object(fields);
    }

    private static Value Late(ConversationState state)
    {
        if (state.Late?.Told is not { } late)
        {
            return Value.Undefined;
        }

        var fields = new List<KeyValuePair<string, Value>> { new("action", Value.From(late.Action)), new("result", Value.From(late.Result)) };
        Add(fields, "reason", late.Reason);
        if (!late.Output.IsUndefined)
        {
            fields.Add(new("output", late.Output));
        }

        return Value.Object(fields);
    }

    // With whom the conversation is, or how it came back from there.
    private static Value Offload(ConversationState state)
    {
        if (state.Desk is null && state.Returned is null)
        {
            return Value.Undefined;
        }

        var fields = new List<KeyValuePair<string, Value>>();
        Add(fields, "connection", state.Desk?.Connection ?? state.Returned?.Connection);
        Add(fields, "agent", state.Desk is { } desk ? desk.Agent : state.Returned?.Agent);
        Add(fields, "reason", state.Desk is null ? state.Returned?.Reason : null);
        if (state.Desk?.Position is { } position)
        {
            fields.Add(new("position", Value.From((double)position)));
        }

        return Value.Object(fields);
    }

    private static void Add(List<KeyValuePair<string, Value>> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, Value.From(value)));
        }
    }

    private static Value Contexts(ConversationState state)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach (var context in state.Contexts)
        {
            if (Turns.Contexts.Left(state, context.Name) is { } left)
            {
                fields.Add(new(context.Name, Value.From((double)left)));
            }
        }

        return Value.Object(fields);
    }

    // What was said in confidence is nobody's to repeat.
    private static Value Said(Turn turn) => turn.Happened is not InboundReceived received || turn.HasSecret ? Value.Undefined : received.Inbound switch
    {
        MessageReceived message => Value.From(Chooser.TextOf(message)),
        ConversationForwarded forwarded => Value.From(Handoff.Of(forwarded).Text),
        _ => Value.Undefined,
    };

    private static Value MessageType(Turn turn) => turn.Happened is not InboundReceived received ? Value.Undefined : received.Inbound switch
    {
        MessageReceived { ChoiceToken: not null } => Value.From("press"),
        MessageReceived message when message.Parts.Any(part => part is FilePart) => Value.From("upload"),
        MessageReceived message when message.Parts.Any(part => part is LocationPart) => Value.From("location"),
        MessageReceived message when Hearing.IsSpeech(message) => Value.From("text"),
        MessageReceived => Value.From("event"),
        ConversationForwarded => Value.From("handoff"),
        _ => Value.From("started"),
    };

    private static Value Moment(DateTimeOffset at, string format) => Value.From(at.ToString(format, CultureInfo.InvariantCulture));

    private static Value TextOf(string? text) => text is null ? Value.Undefined : Value.From(text);

    private sealed class System(Turn turn) : IValueObject
    {
        private static readonly string[] All =
        [
            "bot", "changed", "channel", "channelDetails", "channelInstance", "contexts", "dialog", "episode", "handoff", "intent", "language", "late", "localNow",
            "messageType", "misses", "now", "offload", "previousDialog", "score", "text", "ticket", "today", "user", "version",
        ];

        public IEnumerable<string> Names => All;

        public bool TryGet(string name, out Value value)
        {
            var state = turn.State;
            value = name switch
            {
                "user" => User(state),
                "channel" => Value.From(state.Channel),
                "channelInstance" => Value.From(state.ChannelInstance),
                "channelDetails" => state.ChannelDetails is { } details ? Value.From(details) : Value.Undefined,
                "language" => Value.From(state.Language),
                "intent" => TextOf(state.Intent),
                "score" => state.Score is { } score ? Value.From(score) : Value.Undefined,
                "misses" => Value.From((double)state.Misses),
                "contexts" => Contexts(state),
                "dialog" => TextOf(state.Dialog),
                "previousDialog" => TextOf(state.PreviousDialog),
                "text" => Said(turn),
                "messageType" => MessageType(turn),
                "changed" => TextOf(state.ChangedVariable),
                "ticket" => state.Ticket is { } ticket ? Tickets.ValueOf(ticket) : Value.Undefined,
                "late" => Late(state),
                "handoff" => state.Handoff is { } handoff ? HandoffValue.Of(handoff) : Value.Undefined,
                "offload" => Offload(state),
                "episode" => state.Episode is { } episode ? Value.From((double)episode.Number) : Value.Undefined,
                "bot" => Value.From(turn.Bot.Id),
                "version" => Value.From(turn.Bot.Version),
                "now" => Moment(turn.Happened.At.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
                "localNow" => Moment(PersonClock.Now(turn), "yyyy-MM-dd'T'HH:mm:sszzz"),
                "today" => Moment(PersonClock.Now(turn), "yyyy-MM-dd"),
                _ => Value.Undefined,
            };
            return !value.IsUndefined;
        }
    }
}
