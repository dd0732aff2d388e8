using System.Globalization;
using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Reads what a person wrote or sent as an answer.</summary>
internal static class AnswerReader
{
    public static Value ToValue(ParsedValue parsed) => parsed.Kind switch
    {
        Understanding.Values.ValueKind.Text => Value.From(parsed.Text),
        Understanding.Values.ValueKind.Number => Value.From(parsed.Number),
        Understanding.Values.ValueKind.Boolean => Value.From(parsed.Boolean),
        Understanding.Values.ValueKind.Measure => Measures.Of(parsed),
        Understanding.Values.ValueKind.Composite => Value.Object([.. parsed.Composite.Parts.Select(part => KeyValuePair.Create(part.Key, ToValue(part.Value)))]),
        _ => Value.Undefined,
    };

    public static ValueContext Context(Turn turn, IReadOnlyList<ChoiceOption> options)
    {
        var zone = PersonClock.ZoneOf(turn);
        return new()
        {
            Language = turn.State.Language,
            Now = zone is null ? turn.Happened.At.ToUniversalTime() : TimeZoneInfo.ConvertTime(turn.Happened.At, zone),
            TimeZone = zone,
            Choices = options,
        };
    }

    /// <summary>The offered answer that a text means; undefined when it means none of them.</summary>
    public static Value ReadOffered(Turn turn, Step step, string text)
    {
        var options = Offers.Of(turn, step);
        var context = Context(turn, options);
        if (step is ConfirmStep && ValueParsers.Find("yesno")?.Parse(text, context) is { } answer)
        {
            return Value.From(answer.Boolean ? Offers.Yes : Offers.No);
        }

        // What is only suggested leaves room for other answers: a sentence that holds its name is one.
        var isOnlySuggested = step is AskStep { Suggest: not null };
        return options.Count > 0 && ValueParsers.Find("choice")?.Parse(text, context with { MayBeEmbedded = !isOnlySuggested }) is { } choice
            ? step is AskStep ask ? ValueOf(turn.Definition(ask.Into), choice.Text) : Value.From(choice.Text)
            : Value.Undefined;
    }

    /// <summary>The answer that is not among those offered; undefined when the message holds none.</summary>
    public static Value ReadFree(Turn turn, AskStep step, MessageReceived message, string text)
    {
        var variable = turn.Definition(step.Into);
        var understood = ReadIntent(turn, step, text);
        return !understood.IsUndefined ? understood : variable.Type switch
        {
            "choice" => Value.Undefined,
            "file" => ReadFile(variable, message),
            "location" => Places.Read(message, text),
            _ => ReadType(turn, variable, text, step.Prefer),
        };
    }

    /// <summary>The value of the variable's type; undefined when the text does not hold one.</summary>
    public static Value ReadType(Turn turn, VariableDefinition variable, string text, MomentPreference prefer = MomentPreference.Future) =>
        ReadParsed(turn, variable, text, prefer) is { } parsed ? ToValue(parsed) : Value.Undefined;

    /// <summary>The same, as it was read; null when the text does not hold one.</summary>
    public static ParsedValue? ReadParsed(Turn turn, VariableDefinition variable, string text, MomentPreference prefer = MomentPreference.Future)
    {
        var context = Context(turn, [.. variable.Values.Select(value => new ChoiceOption(value, value, []))]) with
        {
            Min = variable.Min,
            Max = variable.Max,
            Pattern = variable.Pattern,
            Unit = variable.Unit,
            Composite = turn.Bot.Composites.GetValueOrDefault(variable.Name),
            Prefer = prefer,
        };
        return ValueParsers.Find(variable.Type)?.Parse(text, context);
    }

    /// <summary>What a choice stores: in a variable of numbers a number, where it is one.</summary>
    public static Value ValueOf(VariableDefinition variable, string choice) =>
        variable.Type is "number" or "integer" && double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Value.From(number)
            : Value.From(choice);

    // An example of the intent that the question names fills all its variables; the one that was asked for is the answer.
    private static Value ReadIntent(Turn turn, AskStep step, string text)
    {
        if (step.Understand is not { } intent
            || turn.Bot.Intents.Match(text, turn.State.Language, PersonClock.Now(turn)) is not { } match
            || !string.Equals(match.Intent, intent, StringComparison.Ordinal))
        {
            return Value.Undefined;
        }

        foreach (var (name, slot) in match.Slots)
        {
            if (!string.Equals(name, step.Into, StringComparison.Ordinal))
            {
                turn.Assign(name, ToValue(slot));
            }
        }

        return match.Slots.TryGetValue(step.Into, out var answer) ? ToValue(answer) : Value.Undefined;
    }

    private static Value ReadFile(VariableDefinition variable, MessageReceived message) =>
        message.Parts.OfType<FilePart>().FirstOrDefault(file => FileKinds.Fit(variable, file.Name, file.MediaType, file.Size)) is { } file
        ? Value.Object(
        [
            new("name", Value.From(file.Name)),
            new("mediaType", Value.From(file.MediaType)),
            new("url", Value.From(file.Address.ToString())),
            .. file.Size is { } size ? [new("size", Value.From(size))] : Array.Empty<KeyValuePair<string, Value>>(),
        ])
        : Value.Undefined;
}
