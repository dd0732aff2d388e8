using Spark.Engine.Definitions;
using Spark.Expressions;
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

    /// <summary>The value; undefined when the text does not hold one.</summary>
    public static Value Read(Turn turn, VariableDefinition variable, IReadOnlyList<ChoiceOption> options, string text)
    {
        var context = Context(turn, options) with { Min = variable.Min, Max = variable.Max, Pattern = variable.Pattern };
        return ValueParsers.Find(variable.Type)?.Parse(text, context) is { } parsed ? ToValue(parsed) : Value.Undefined;
    }

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
