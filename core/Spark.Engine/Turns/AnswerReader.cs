using System.Globalization;
using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Reads what a person wrote as a value of a variable's type.</summary>
internal static class AnswerReader
{
    public static Value ToValue(ParsedValue parsed) => parsed.Kind switch
    {
        Understanding.Values.ValueKind.Text => Value.From(parsed.Text),
        Understanding.Values.ValueKind.Number => Value.From(parsed.Number),
        Understanding.Values.ValueKind.Boolean => Value.From(parsed.Boolean),
        _ => Value.Undefined,
    };

    public static ValueContext Context(Turn turn, IReadOnlyList<ChoiceOption> options) =>
        new() { Language = turn.State.Language, Now = turn.Happened.At, Choices = options };

    /// <summary>The value of the choice that a text means; undefined when it means none of them.</summary>
    public static Value ReadChoice(Turn turn, VariableDefinition variable, IReadOnlyList<ChoiceOption> options, string text) =>
        options.Count > 0 && ValueParsers.Find("choice")?.Parse(text, Context(turn, options)) is { } choice
            ? ValueOf(variable, choice.Text)
            : Value.Undefined;

    /// <summary>The value of the variable's type; undefined when the text does not hold one.</summary>
    public static Value ReadType(Turn turn, VariableDefinition variable, string text)
    {
        var context = Context(turn, []) with { Min = variable.Min, Max = variable.Max, Pattern = variable.Pattern };
        return ValueParsers.Find(variable.Type)?.Parse(text, context) is { } parsed ? ToValue(parsed) : Value.Undefined;
    }

    /// <summary>What a choice stores: in a variable of numbers a number, where it is one.</summary>
    public static Value ValueOf(VariableDefinition variable, string choice) =>
        variable.Type is "number" or "integer" && double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Value.From(number)
            : Value.From(choice);

    /// <summary>A file that was sent; undefined when none was.</summary>
    public static Value ReadFile(MessageReceived message) => message.Parts.OfType<FilePart>().FirstOrDefault() is { } file
        ? Value.Object(
        [
            new("name", Value.From(file.Name)),
            new("mediaType", Value.From(file.MediaType)),
            new("url", Value.From(file.Address.ToString())),
        ])
        : Value.Undefined;

    /// <summary>The choices of a question in the conversation's language; the labels of the bot's other languages count as synonyms.</summary>
    public static IReadOnlyList<ChoiceOption> Options(Turn turn, AskStep step, VariableDefinition variable)
    {
        if (step.Choices.Count == 0)
        {
            return [.. variable.Values.Select(value => new ChoiceOption(value, value, []))];
        }

        return [.. step.Choices.Select(choice => new ChoiceOption(choice.Value, Speech.Render(turn, choice.Label), Synonyms(turn, choice)))];
    }

    private static List<string> Synonyms(Turn turn, ChoiceDefinition choice) =>
        [.. turn.Bot.Languages.Select(language => Speech.RenderIn(turn, choice.Label, language)).OfType<string>()];
}
