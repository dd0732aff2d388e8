using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Expressions;
using Spark.Understanding.Intents;
using Spark.Understanding.Languages.Detection;
using Spark.Understanding.Values.Composites;

namespace Spark.Engine.Reading;

/// <summary>Makes the bot of what was read.</summary>
internal static class BotCompiler
{
    public static Bot Compile(BotDraft draft, string version) => new()
    {
        Id = draft.Id,
        Version = version,
        Languages = [.. draft.Languages],
        Variables = draft.Variables,
        Remembered = [.. draft.Variables.Values.Where(variable => variable.Scope == VariableScope.Person).Select(variable => variable.Name).Order(StringComparer.Ordinal)],
        Sensitive = [.. draft.Variables.Values.Where(variable => variable.IsSensitive).Select(variable => variable.Name)],
        Connections = draft.Connections,
        Events = draft.Events,
        IdleAfter = draft.IdleAfter ?? Bot.DefaultIdleAfter,
        Longest = draft.Longest ?? Bot.DefaultLongest,
        TimeZone = draft.TimeZone,
        Changed = draft.Changed,
        Words = [.. draft.Words.Select(word => word.Key)],
        Dialogs = draft.Dialogs.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal),
        Actions = draft.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal),
        Triggers = Triggers(draft),
        Intents = MatcherBuilder.Complete(draft, draft.Matcher ?? ExactIntentMatcher.Build([], [])),
        Understanding = draft.Understanding,
        Thresholds = draft.Thresholds,
        Vocabularies = draft.Vocabularies,
        Composites = Composites(draft),
        Detector = Detector(draft),
        Examples = MatcherBuilder.Examples(draft),
        Translations = draft.Locales.ToDictionary(locale => locale.Language, Texts, StringComparer.Ordinal),
    };

    private static Dictionary<string, CompositePatterns> Composites(BotDraft draft) => draft.Variables.Values
        .Where(variable => variable.Type == CompositeReader.Type)
        .ToDictionary(variable => variable.Name, new DraftSlots(draft).Patterns, StringComparer.Ordinal);

    private static LanguageDetector? Detector(BotDraft draft)
    {
        if (draft.Languages.Count < 2)
        {
            return null;
        }

        var examples = MatcherBuilder.Examples(draft)
            .GroupBy(group => group.Language, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<string>)[.. LanguageModels.Sentences(group).Select(sentence => sentence.Text)],
                StringComparer.OrdinalIgnoreCase);
        return LanguageDetector.Build(draft.Languages, examples);
    }

    private static Dictionary<string, IReadOnlyList<Dialog>> Triggers(BotDraft draft) => draft.Dialogs
        .SelectMany(dialog => dialog.Intents.Distinct(StringComparer.Ordinal).Select(intent => (intent, dialog)))
        .GroupBy(pair => pair.intent, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Dialog>)[.. group.Select(pair => pair.dialog)], StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, TextTemplate> Texts(LocaleDraft locale) =>
        locale.Texts.ToDictionary(text => text.Value.Key, text => text.Value.Template, StringComparer.Ordinal);
}
