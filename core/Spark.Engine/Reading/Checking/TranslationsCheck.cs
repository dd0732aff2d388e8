using System.Globalization;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>Every text and every intent is there in every language.</summary>
internal sealed class TranslationsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        for (var i = 0; i < draft.Languages.Count; i++)
        {
            var language = draft.Languages[i];
            CheckIntents(language, reading);
            if (i > 0)
            {
                CheckTexts(language, draft.LanguagePlaces[i], reading);
            }
        }
    }

    private static void CheckIntents(string language, ReadingContext reading)
    {
        if (reading.Draft.Intents.Count > 1 && !reading.Draft.Intents.Exists(intent => intent.Languages.Any(examples => examples.Language == language)))
        {
            reading.Findings.Warning(
                FindingCodes.IntentWithoutExamples,
                reading.Draft.LanguagePlaces[reading.Draft.Languages.IndexOf(language)],
                string.Create(CultureInfo.InvariantCulture, $"None of the {reading.Draft.Intents.Count} intents has examples in '{language}'."),
                $"Add a list '{language}:' to each, with what people say.");
            return;
        }

        foreach (var intent in reading.Draft.Intents)
        {
            if (!intent.Languages.Any(examples => examples.Language == language && examples.Examples.Count > 0))
            {
                reading.Findings.Warning(
                    FindingCodes.IntentWithoutExamples,
                    intent.At,
                    $"The intent '{intent.Name}' has no examples in '{language}'.",
                    $"Add a list '{language}:' with what people say.");
            }
        }
    }

    private static void CheckTexts(string language, SourceLocation declared, ReadingContext reading)
    {
        var locale = reading.Draft.Locales.Find(locale => locale.Language == language);
        if (locale is null && reading.Draft.Locales.Exists(other => string.Equals(other.Language, language, StringComparison.OrdinalIgnoreCase)))
        {
            // The file is there under a name in other letters, which was told.
            return;
        }

        if (locale is null)
        {
            reading.Findings.Warning(
                FindingCodes.Untranslated,
                declared,
                string.Create(CultureInfo.InvariantCulture, $"None of the {reading.Draft.Texts.Count} texts is translated into '{language}'."),
                $"Add locales/{language}.yaml with a line 'key: text' for each.");
            return;
        }

        foreach (var text in reading.Draft.Texts.Where(text => !locale.Keys.Contains(text.Key)))
        {
            reading.Findings.Warning(
                FindingCodes.Untranslated,
                text.At,
                $"The text '{text.Key}' is not translated into '{language}'.",
                $"Add a line '{text.Key}: …' to locales/{language}.yaml.");
        }
    }
}
