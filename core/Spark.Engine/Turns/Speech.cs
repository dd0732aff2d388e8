using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>What the bot says, in the conversation's language.</summary>
internal static class Speech
{
    /// <summary>The text in the conversation's language: asked, its base, the bot's first. Of several wordings one is picked.</summary>
    public static string Render(Turn turn, Text text)
    {
        var template = text.Others.Count == 0 ? TemplateOf(turn, text) : Pick(turn, text);
        var rendered = template.Show(turn.Scope(), turn.Options, turn.Shown);
        turn.Trace?.Rendered(text.Key, rendered);
        return rendered;
    }

    /// <summary>The text in one of the bot's languages, for synonyms of a choice; null when it is not translated.</summary>
    public static string? RenderIn(Turn turn, Text text, string language)
    {
        var template = string.Equals(language, turn.Bot.Languages[0], StringComparison.Ordinal)
            ? text.Template
            : Translation(turn.Bot, language, text.Key);
        return template?.Evaluate(turn.Scope(), turn.Options).ToText();
    }

    public static void Say(Turn turn, string text) => Say(turn, text, []);

    public static void Say(Turn turn, string text, IReadOnlyList<Choice> choices, bool areReplies = false, bool answerOnce = false)
    {
        // An expression may come to nothing; channels refuse empty messages.
        List<MessagePart> parts = string.IsNullOrWhiteSpace(text) ? [] : [new TextPart(text)];
        if (choices.Count > 0)
        {
            parts.Add(new ChoicesPart(choices) { AreReplies = areReplies, AnswerOnce = answerOnce });
        }

        if (parts.Count > 0)
        {
            Send(turn, parts);
        }
    }

    public static void Send(Turn turn, IReadOnlyList<MessagePart> parts) => turn.Add(new SendMessage { Parts = parts, Language = turn.State.Language });

    public static void SayBuiltIn(Turn turn, string name) => Say(turn, BuiltInTexts.In(turn.State.Language, name));

    private static TextTemplate TemplateOf(Turn turn, Text text) => Translated(turn, text) ?? text.Template;

    private static TextTemplate? Translated(Turn turn, Text text) =>
        Translation(turn.Bot, turn.State.Language, text.Key) ?? Translation(turn.Bot, Languages.Base(turn.State.Language), text.Key);

    // A wording that is not translated is left out as long as another one is.
    private static TextTemplate Pick(Turn turn, Text text)
    {
        List<Text> wordings = [text, .. text.Others];
        List<TextTemplate> translated = [.. wordings.Select(wording => Translated(turn, wording)).OfType<TextTemplate>()];
        var templates = translated.Count > 0 ? translated : [.. wordings.Select(wording => wording.Template)];
        return templates[(int)(turn.Options.Random!() * templates.Count)];
    }

    private static TextTemplate? Translation(Bot bot, string language, string key) =>
        bot.Translations.TryGetValue(language, out var texts) ? texts.GetValueOrDefault(key) : null;
}
