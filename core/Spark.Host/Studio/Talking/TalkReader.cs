using System.Text.Json;
using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime;
using Spark.Testing.Suites;
using Spark.Testing.Talking;

namespace Spark.Host.Studio.Talking;

/// <summary>Reads what a designer tries.</summary>
internal static class TalkReader
{
    private const string Code = "SPK14004";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Reads a script.</summary>
    /// <param name="bot">The bot that it is for.</param>
    /// <param name="script">The script.</param>
    /// <exception cref="OperatorException">It means nothing; the message says what is wrong with it.</exception>
    public static Talk Read(Bot bot, StudioScript script)
    {
        var chat = new List<ChatLine>();
        var places = new List<int>();
        var answers = new List<TalkAnswer>();
        foreach (var (place, line) in script.Lines.Index())
        {
            if (line.Result is { } result)
            {
                answers.Add(new(place, line.IsOffload, line.Name ?? throw Bad(place, "says how something ends, and not what"), Reply(place, line, result)));
                continue;
            }

            chat.Add(Line(place, line));
            places.Add(place);
        }

        var start = Start(bot, script.Start);
        var test = new BotTest
        {
            Suite = "talk",
            Name = "talk",
            Channel = script.Channel ?? TestSettings.Default.Channel,
            Person = TestSettings.Default.Person with { Language = script.Language },
            Start = start,
            BotSpeaksFirst = start?.Dialog is null,
            Chat = chat,
        };
        return new(test, places, answers);
    }

    private static ChatLine Line(int place, StudioInput line) =>
        line is { Text.Length: > 0 } or { File.Length: > 0 } ? new PersonSays(line.Text ?? "", default) { IsPress = line.IsPress, File = line.File is { Length: > 0 } file ? file : null }
        : line.Clock is { } clock ? new ClockMoves(Span(place, clock), default)
        : line.Agent is { Length: > 0 } said ? new AgentSays(said, default)
        : line.AgentLeaves ? new AgentSays(null, default)
        : line.State is { } state ? News(place, line.Ticket, state)
        : throw Bad(place, "says nothing");

    private static TicketNews News(int place, string? number, string state) =>
        string.IsNullOrWhiteSpace(number) ? throw Bad(place, "tells news of a ticket, and not of which")
        : string.IsNullOrWhiteSpace(state) ? throw Bad(place, $"tells news of ticket '{number}', and not in which state it is")
        : new(new() { Number = number.Trim(), State = state.Trim() }, default);

    private static TimeSpan Span(int place, string clock) =>
        ClockMoves.Read(clock) is not { } by || by <= TimeSpan.Zero ? throw Bad(place, $"moves the clock by '{clock}': write digits and a unit, such as 90s, 15m, 1h or 2d")
        : by > Longest ? throw Bad(place, $"moves the clock by more than {Longest.Days} days")
        : by;

    private static StubReply Reply(int place, StudioInput line, string result)
    {
        if (!line.IsOffload)
        {
            return new(result, Output(place, line.Output));
        }

        return Enum.TryParse<OffloadResult>(result, ignoreCase: true, out var decision) && Enum.IsDefined(decision)
            ? StubReply.OfDesk(decision, string.IsNullOrWhiteSpace(line.Ticket) ? null : new() { Number = line.Ticket.Trim() })
            : throw Bad(place, $"lets '{line.Name}' answer '{result}', which no desk does");
    }

    private static Value Output(int place, string? output)
    {
        if (string.IsNullOrWhiteSpace(output))
        {
            return Value.Undefined;
        }

        try
        {
            return Value.Parse(output) is { Kind: ValueKind.Object } value ? value : throw Bad(place, "gives an output that is no JSON object");
        }
        catch (ExpressionException mistake)
        {
            throw Bad(place, $"gives an output that is no JSON: {mistake.Message}");
        }
    }

    private static TestStart? Start(Bot bot, StudioStart? start)
    {
        if (start is null)
        {
            return null;
        }

        Dialog? dialog = null;
        if (start.Dialog is { } id && !bot.Dialogs.TryGetValue(id, out dialog))
        {
            throw new OperatorException(Code, $"The bot has no dialog '{id}' to begin at.");
        }

        var values = new List<KeyValuePair<string, Value>>();
        foreach (var (name, given) in start.Variables ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            var known = dialog?.Locals.GetValueOrDefault(name) ?? bot.Variables.GetValueOrDefault(name);
            values.Add(new(name, known is null ? throw new OperatorException(Code, $"Neither the bot nor the dialog that it begins at has a variable '{name}'.") : Typed(known, given)));
        }

        return dialog is null && values.Count == 0 ? null : new(dialog?.Id, values);
    }

    // What is typed into a field is a text; what the variable holds may be more.
    private static Value Typed(VariableDefinition variable, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.String || variable.Type is "text" or "choice" or "email" or "phone" or "url" or "date" or "time" or "datetime")
        {
            return Value.From(given);
        }

        var text = given.GetString()!;
        try
        {
            return Value.Parse(text);
        }
        catch (ExpressionException)
        {
            return Value.From(text);
        }
    }

    private static OperatorException Bad(int place, string what) => new(Code, FormattableString.Invariant($"Line {place + 1} {what}."));
}
