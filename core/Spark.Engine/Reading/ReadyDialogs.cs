using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading;

/// <summary>Dialogs that every bot can visit without writing them. One of the bot's own by the same name goes before.</summary>
internal static class ReadyDialogs
{
    private const string DidThisSolveIt = "did-this-solve-it";
    private const string Question = $"{DidThisSolveIt}.solved";

    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["en"] = "Did this solve it?",
        ["nl"] = "Is het daarmee opgelost?",
    };

    /// <summary>Adds those that the bot names and does not have.</summary>
    public static void Add(ReadingContext reading)
    {
        var draft = reading.Draft;
        if (draft.Languages.Count == 0
            || draft.DialogNames.Contains(DidThisSolveIt)
            || !draft.References.Exists(reference => reference.Kind == ReferenceKind.Dialog && reference.Name == DidThisSolveIt))
        {
            return;
        }

        draft.DialogNames.Add(DidThisSolveIt);
        const string Path = $"dialogs/{DidThisSolveIt}.yaml";
        var file = YamlFile.Read(Path, Text(InLanguage(draft.Languages[0]) ?? Questions["en"]), reading.Findings);
        DialogFileReader.Read((YamlMapping)file!, DidThisSolveIt, reading);
        foreach (var language in draft.Languages.Skip(1))
        {
            Translate(language, new(Path, 1, 1), draft);
        }
    }

    // The bot's own translation goes before.
    private static void Translate(string language, SourceLocation at, BotDraft draft)
    {
        if (InLanguage(language) is not { } question)
        {
            return;
        }

        var locale = draft.Locales.FindIndex(locale => locale.Language == language);
        var own = locale < 0 ? [] : draft.Locales[locale].Texts;
        if (!own.Any(text => text.Value.Key == Question))
        {
            var text = KeyValuePair.Create(at, new Text(Question, Spark.Expressions.TextTemplate.Parse(question), at));
            var translated = new LocaleDraft(language, at, [.. own, text]);
            if (locale < 0)
            {
                draft.Locales.Add(translated);
            }
            else
            {
                draft.Locales[locale] = translated with { At = draft.Locales[locale].At };
            }
        }
    }

    private static string? InLanguage(string language) => Questions.GetValueOrDefault(Turns.Languages.Base(language));

    private static string Text(string question) => $$"""
        dialog: {{DidThisSolveIt}}
        result: { solved: yesno }
        steps:
          - set: { solved: true }
          - id: solved
            confirm: {{question}}
            otherwise:
              - set: { solved: false }
        """;
}
