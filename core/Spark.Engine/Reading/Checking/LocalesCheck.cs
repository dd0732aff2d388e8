using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Translations belong to a language and a text of the bot, and fill in the same.</summary>
internal sealed class LocalesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var text in reading.Draft.Texts)
        {
            texts.TryAdd(text.Key, text);
        }

        var read = reading.Draft.Dialogs.Select(dialog => dialog.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var locale in reading.Draft.Locales)
        {
            if (!IsWanted(locale, reading))
            {
                continue;
            }

            foreach (var (at, translation) in locale.Texts)
            {
                if (texts.TryGetValue(translation.Key, out var text))
                {
                    ComparePlaceholders(text, translation, reading);
                }
                else
                {
                    RefuseKey(locale, translation.Key, at, texts, !IsOfBrokenDialog(translation.Key, read, reading), reading.Findings);
                }
            }
        }
    }

    private static void RefuseKey(
        LocaleDraft locale, string key, SourceLocation at, Dictionary<string, Text> texts, bool isWorthIt, FindingBag findings)
    {
        // Who misspells a key has translated its text.
        var nearest = NearestName.Find(key, texts.Keys.Where(text => !locale.Keys.Contains(text)));
        if (nearest is not null)
        {
            locale.Keys.Add(nearest);
        }

        if (isWorthIt)
        {
            findings.Warning(
                FindingCodes.UnknownTextKey, at, $"The bot has no text '{key}'.", NearestName.Remedy(nearest, "Delete the line, or correct its key."));
        }
    }

    // A step may be in the file and not be read, or be meant by another name.
    private static bool IsOfBrokenDialog(string key, HashSet<string> read, ReadingContext reading)
    {
        var dialog = key.Split('.')[0];
        return reading.Draft.DialogNames.Contains(dialog) && (!read.Contains(dialog) || reading.Findings.HasErrorsIn($"dialogs/{dialog}.yaml"));
    }

    private static bool IsWanted(LocaleDraft locale, ReadingContext reading)
    {
        var languages = reading.Draft.Languages;
        if (languages.Count == 0 || !reading.Draft.HasAllLanguages)
        {
            return true;
        }

        if (locale.Language == languages[0])
        {
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                locale.At,
                $"The dialogs are written in '{locale.Language}', so that it has no translations.",
                "Delete this file, or change the order of 'languages' in bot.yaml.");
            return false;
        }

        if (!languages.Contains(locale.Language, StringComparer.Ordinal))
        {
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                locale.At,
                $"The bot does not speak '{locale.Language}'.",
                NearestName.Suggest(locale.Language, languages, "Add it to 'languages' in bot.yaml, or delete this file."));
            return false;
        }

        return true;
    }

    private static void ComparePlaceholders(Text text, Text translation, ReadingContext reading)
    {
        if (text.Template.Expressions.Concat(translation.Template.Expressions).Any(reading.Draft.Misnamed.Contains))
        {
            return;
        }

        var (wanted, given) = (PlaceholderForms.Of(text.Template), PlaceholderForms.Of(translation.Template));
        var missing = wanted.Except(given, StringComparer.Ordinal).ToList();
        var added = given.Except(wanted, StringComparer.Ordinal).ToList();
        // What is wrong with one of the two is told where it stands.
        var isSound = !reading.Findings.HasErrorsAt(text.At) && !reading.Findings.IsReported(text.At) && !reading.Findings.HasErrorsAt(translation.At);
        if (isSound && (missing.Count > 0 || added.Count > 0))
        {
            reading.Findings.Warning(
                FindingCodes.PlaceholdersDiffer,
                translation.At,
                $"This text fills in {List(given)}, and the original {List(wanted)}.",
                $"Compare it with {text.At}.");
        }
    }

    private static string List(HashSet<string> forms) =>
        forms.Count == 0 ? "nothing" : string.Join(", ", forms.Order(StringComparer.Ordinal).Select(form => $"{{{form}}}"));
}
