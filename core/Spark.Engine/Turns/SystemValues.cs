using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Expressions;

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

    private static void Add(List<KeyValuePair<string, Value>> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, Value.From(value)));
        }
    }

    private sealed class System(Turn turn) : IValueObject
    {
        public IEnumerable<string> Names =>
            ["channel", "channelDetails", "channelInstance", "intent", "language", "late", "misses", "now", "user"];

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
                "intent" => state.Intent is { } intent ? Value.From(intent) : Value.Undefined,
                "misses" => Value.From((double)state.Misses),
                "late" => Late(state),
                "now" => Value.From(turn.Happened.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                _ => Value.Undefined,
            };
            return !value.IsUndefined;
        }
    }
}
