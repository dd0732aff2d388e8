using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Understanding.Text;

namespace Spark.Engine.Reading.Checking;

/// <summary>The examples of intents can be used, and no two intents share one.</summary>
internal sealed partial class ExamplesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var reported = new HashSet<SourceLocation>();
        var seen = new Dictionary<(string Language, string Example), string>();
        foreach (var intent in draft.Intents)
        {
            foreach (var language in intent.Languages)
            {
                CheckLanguage(intent, language, reading);
                foreach (var example in language.Examples)
                {
                    var isReported = draft.HasBotFile && CheckSlots(example, reading);
                    isReported |= IsShared(intent.Name, language.Language, example, seen, reading);
                    if (isReported)
                    {
                        reported.Add(example.At);
                    }
                }
            }
        }

        // What the matcher says of an example that was spoken of already is the same thing once more.
        if (draft.HasBotFile)
        {
            draft.Matcher = MatcherBuilder.Build(draft, reading.Findings, reported);
        }
    }

    private static void CheckLanguage(IntentDraft intent, IntentLanguageDraft language, ReadingContext reading)
    {
        var languages = reading.Draft.Languages;
        if (reading.Draft.HasAllLanguages && languages.Count > 0 && !languages.Contains(language.Language, StringComparer.Ordinal))
        {
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                language.At,
                $"The bot does not speak '{language.Language}', in which the intent '{intent.Name}' has examples.",
                NearestName.Suggest(language.Language, languages, "Add it to 'languages' in bot.yaml."));
        }
    }

    private static bool CheckSlots(Yaml.YamlScalar example, ReadingContext reading)
    {
        var unknown = false;
        foreach (Match slot in Slot().Matches(example.Value))
        {
            var name = slot.Groups["name"].Value.Trim();
            if (reading.Draft.Variables.ContainsKey(name))
            {
                reading.Draft.UsedVariables.Add(name);
                continue;
            }

            unknown = true;
            var nearest = NearestName.Find(name, reading.Draft.Variables.Keys);
            if (nearest is not null)
            {
                reading.Draft.UsedVariables.Add(nearest);
            }

            reading.Findings.Error(
                FindingCodes.UnknownVariable,
                example.PositionOf(slot.Groups["name"].Index),
                $"There is no variable '{name}'.",
                NearestName.Remedy(nearest, "Declare it in bot.yaml under 'variables'."));
        }

        return unknown;
    }

    private static bool IsShared(
        string intent, string language, Yaml.YamlScalar example, Dictionary<(string Language, string Example), string> seen, ReadingContext reading)
    {
        var key = (language, TextNormalizer.Normalize(example.Value));
        if (seen.TryAdd(key, intent))
        {
            return false;
        }

        var other = seen[key];
        if (other == intent)
        {
            reading.Findings.Warning(
                FindingCodes.SharedExample, example.At, "This example stands twice in its intent.", "Delete one of the two.");
        }
        else
        {
            reading.Findings.Error(
                FindingCodes.SharedExample,
                example.At,
                $"The intent '{other}' has the same example.",
                "Keep it in the intent that is meant more often.");
        }

        return true;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
