using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Understanding.Text;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Checking;

/// <summary>The examples of intents can be used, and no two intents share one.</summary>
internal sealed partial class ExamplesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var reported = new HashSet<SourceLocation>();
        var seen = new Dictionary<(string Language, string Example), string>();
        CheckLanguages(reading);
        foreach (var intent in draft.Intents)
        {
            foreach (var language in intent.Languages)
            {
                foreach (var example in language.Examples)
                {
                    CheckForeign(example, reading);
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

    // Once for a language, however many intents have examples in it.
    private static void CheckLanguages(ReadingContext reading)
    {
        var languages = reading.Draft.Languages;
        if (!reading.Draft.HasAllLanguages || languages.Count == 0)
        {
            return;
        }

        foreach (var strange in reading.Draft.Intents
            .SelectMany(intent => intent.Languages, (intent, language) => (Intent: intent.Name, Language: language))
            .Where(item => !languages.Contains(item.Language.Language, StringComparer.Ordinal))
            .GroupBy(item => item.Language.Language, StringComparer.Ordinal))
        {
            var (intent, language) = strange.First();
            var others = strange.Count() - 1;
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                language.At,
                $"The bot does not speak '{strange.Key}', in which the intent '{intent}'{(others == 0 ? " has" : string.Create(CultureInfo.InvariantCulture, $" and {others} others have"))} examples.",
                NearestName.Suggest(strange.Key, languages, "Add it to 'languages' in bot.yaml."));
        }
    }

    private static bool CheckSlots(Yaml.YamlScalar example, ReadingContext reading)
    {
        var unknown = false;
        foreach (Match slot in Slot().Matches(example.Value))
        {
            var name = slot.Groups["name"].Value.Trim();
            if (reading.Draft.Variables.TryGetValue(name, out var variable))
            {
                reading.Draft.UsedVariables.Add(name);
                unknown |= RefuseUnspoken(example, slot, variable, reading);
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

    // Nobody says an object or a list, so that no words can be one.
    private static bool RefuseUnspoken(Yaml.YamlScalar example, Match slot, VariableDefinition variable, ReadingContext reading)
    {
        if (reading.Draft.Misfits.Contains(variable.Name) || ValueParsers.Find(variable.Type) is not null)
        {
            return false;
        }

        reading.Findings.Error(
            FindingCodes.BadExample,
            example.PositionOf(slot.Groups["name"].Index),
            $"'{variable.Name}' is of type {variable.Type}, which nobody says in words.",
            "Name a variable of a type that people can write, such as text, number, date or choice.");
        return true;
    }

    // Slots as other systems write them, of variables that there are.
    private static void CheckForeign(Yaml.YamlScalar example, ReadingContext reading)
    {
        if (Foreign().Match(example.Value) is { Success: true } found && reading.Draft.Variables.ContainsKey(found.Groups["name"].Value))
        {
            var name = found.Groups["name"].Value;
            reading.Draft.UsedVariables.Add(name);
            reading.Findings.Warning(
                FindingCodes.DoubledBraces, example.PositionOf(found.Index), $"This example holds '{found.Value}' as it is written.", $"Write {{{name}}} where a value of it is said.");
        }
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

    [GeneratedRegex(@"\[[^\[\]]*\]\((?<name>[A-Za-z][A-Za-z0-9]*)\)|(?<![\w.])[@$#](?<name>[A-Za-z][A-Za-z0-9]*)|<(?<name>[A-Za-z][A-Za-z0-9]*)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Slot();
}
