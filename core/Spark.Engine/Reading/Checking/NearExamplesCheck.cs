using Spark.Engine.Reading.Yaml;
using Spark.Engine.Turns;
using Spark.Understanding.Text;

namespace Spark.Engine.Reading.Checking;

/// <summary>
/// Examples of different intents are not the same words in another order, and differ by more than one letter of one word; and an example
/// is understood as the intent that it stands for.
/// </summary>
internal sealed class NearExamplesCheck : ICheck
{
    /// <summary>In a shorter word a letter makes another word; a digit always does.</summary>
    private const int ShortestWord = 5;

    public void Run(ReadingContext reading)
    {
        var ordered = new Dictionary<string, (string Intent, string Text)>(StringComparer.Ordinal);
        var spelled = new Dictionary<string, (string Intent, string Text)>(StringComparer.Ordinal);
        foreach (var intent in reading.Draft.Intents)
        {
            foreach (var language in intent.Languages)
            {
                foreach (var example in language.Examples)
                {
                    var text = TextNormalizer.Normalize(example.Value);
                    var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    var isNear = words.Length > 1
                        && IsNear(ordered, $"{language.Language} {string.Join(' ', words.Order(StringComparer.Ordinal))}", intent.Name, text, example, reading);
                    foreach (var form in isNear ? [] : Misspelt(language.Language, words))
                    {
                        if (IsNear(spelled, form, intent.Name, text, example, reading))
                        {
                            break;
                        }
                    }

                    CheckFound(intent.Name, language.Language, example, reading);
                }
            }
        }
    }

    private static bool IsNear(
        Dictionary<string, (string Intent, string Text)> forms, string form, string intent, string text, YamlScalar example, ReadingContext reading)
    {
        if (!forms.TryGetValue(form, out var other))
        {
            forms.Add(form, (intent, text));
            return false;
        }

        if (other.Intent == intent || other.Text == text)
        {
            return false;
        }

        reading.Findings.Warning(
            FindingCodes.NearExamples,
            example.At,
            $"This example is very near to \"{other.Text}\" of the intent '{other.Intent}': which of the two is meant is a matter of chance.",
            "Keep it in one of them, or say it in clearly other words.");
        return true;
    }

    // Each word once with each of its letters left out: two texts that share a form differ by one letter of one word.
    private static IEnumerable<string> Misspelt(string language, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Length < ShortestWord - 1 || word.Any(letter => !char.IsLetter(letter)))
            {
                continue;
            }

            var before = string.Join(' ', words[..i]);
            var after = string.Join(' ', words[(i + 1)..]);
            yield return $"{language} {before}|{word}|{after}";
            for (var at = 0; at < word.Length && word.Length >= ShortestWord; at++)
            {
                yield return $"{language} {before}|{word.Remove(at, 1)}|{after}";
            }
        }
    }

    private static string? GlobalWordOf(string said, string language, ReadingContext reading)
    {
        if (reading.Draft.Words.Count == 0)
        {
            return null;
        }

        var text = TextNormalizer.Normalize(said);
        return reading.Draft.Words.Select(pair => pair.Key).FirstOrDefault(word => GlobalWords.Of(word, language).Contains(text)) is { } taken ? GlobalWords.NameOf(taken.Kind) : null;
    }

    private static void CheckFound(string intent, string language, YamlScalar example, ReadingContext reading)
    {
        if (reading.Draft.Matcher is not { } matcher || reading.Findings.IsReported(example.At) || SampleValues.Fill(example.Value, reading.Draft.Variables) is not { } said)
        {
            return;
        }

        if (GlobalWordOf(said, language, reading) is { } word)
        {
            reading.Findings.Warning(
                FindingCodes.LostExample,
                example.At,
                $"The global word '{word}' takes this before any intent does.",
                $"Leave the example out, or give '{word}' other words in bot.yaml.");
            return;
        }

        var found = matcher.Match(said, language, DateTimeOffset.UnixEpoch)?.Intent;
        if (found != intent)
        {
            reading.Findings.Warning(
                FindingCodes.LostExample,
                example.At,
                found is null ? $"This example is not understood as '{intent}', nor as anything else." : $"This example is understood as '{found}', not as '{intent}'.",
                "Say it in other words, or delete it.");
        }
    }
}
