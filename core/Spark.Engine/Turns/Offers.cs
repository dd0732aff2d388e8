using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Understanding.Values;
using ValueKind = Spark.Expressions.ValueKind;

namespace Spark.Engine.Turns;

/// <summary>The answers that a question offers: a number that a person writes means a position among them.</summary>
internal static class Offers
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>The answers in the conversation's language; the labels of the bot's other languages count as synonyms.</summary>
    public static IReadOnlyList<ChoiceOption> Of(Turn turn, Step step) => Of(turn, step, withWords: true);

    private static List<ChoiceOption> Of(Turn turn, Step step, bool withWords) => step switch
    {
        AskStep { Choices.Count: > 0 } ask =>
            [.. ask.Choices.Select(choice => new ChoiceOption(choice.Value, Speech.Render(turn, choice.Label), withWords ? Words(turn, choice) : []))],
        AskStep { Suggest: { } suggest } => Suggested(turn.Evaluate(suggest)),
        AskStep ask when turn.Definition(ask.Into).Values is { Count: > 0 } values =>
            [.. values.Select(value => new ChoiceOption(value, value, withWords ? [.. Synonyms.Of(turn.Bot.Vocabularies, [value])] : []))],
        ConfirmStep confirm =>
        [
            new(Yes, Label(turn, confirm.Accept, BuiltInTexts.Yes), []),
            new(No, Label(turn, confirm.Decline, BuiltInTexts.No), []),
        ],
        _ => [],
    };

    /// <summary>The buttons of a question.</summary>
    public static List<Choice> Buttons(Turn turn, Step step, long question)
    {
        var options = Of(turn, step, withWords: false);
        var buttons = new List<Choice>(options.Count);
        for (var i = 0; i < options.Count; i++)
        {
            buttons.Add(new() { Label = options[i].Label, Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, options[i].Value) });
        }

        return buttons;
    }

    private static string Label(Turn turn, Text? label, string name) =>
        label is null ? BuiltInTexts.In(turn.State.Language, name) : Speech.Render(turn, label);

    private static List<string> Words(Turn turn, ChoiceDefinition choice)
    {
        var words = new List<string>();
        foreach (var language in turn.Bot.Languages)
        {
            if (Speech.RenderIn(turn, choice.Label, language) is { } label)
            {
                words.Add(label);
            }

            foreach (var synonyms in choice.Synonyms)
            {
                words.AddRange(Synonyms.Split(Speech.RenderIn(turn, synonyms, language) ?? ""));
            }
        }

        words.AddRange(Synonyms.Of(turn.Bot.Vocabularies, [choice.Value, .. words]).ToList());
        return words;
    }

    // Texts and numbers, or objects with a value and a title.
    private static List<ChoiceOption> Suggested(Value suggested)
    {
        var options = new List<ChoiceOption>();
        foreach (var item in suggested.Kind == ValueKind.Array ? suggested.Items : [suggested])
        {
            var value = item.Kind == ValueKind.Object ? item["value"] : item;
            if (value.Kind is not (ValueKind.Undefined or ValueKind.Null or ValueKind.Object or ValueKind.Array))
            {
                var label = item.Kind == ValueKind.Object && item["title"] is { IsUndefined: false } title ? title.ToText() : value.ToText();
                options.Add(new(value.ToText(), label, []));
            }
        }

        return options;
    }
}
