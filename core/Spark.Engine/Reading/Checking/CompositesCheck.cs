using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Checking;

/// <summary>Composites are made of what is read from texts, and said in all languages of the bot.</summary>
internal sealed class CompositesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var slots = new DraftSlots(reading.Draft);
        foreach (var composite in reading.Draft.Composites)
        {
            var isSensitive = reading.Draft.Variables[composite.Variable.Value].IsSensitive;
            CheckLanguages(composite, reading);
            if (composite.Parts.Count(part => IsKnown(part.Key, part.Value, isSensitive, slots, reading)) == composite.Parts.Count)
            {
                CheckPatterns(composite, slots, reading);
            }
        }
    }

    private static bool IsKnown(YamlScalar name, YamlScalar like, bool isSensitive, DraftSlots slots, ReadingContext reading)
    {
        var draft = reading.Draft;
        draft.UsedVariables.Add(like.Value);
        if (slots.Part(name.Value, like.Value) is not null)
        {
            CheckSecrecy(name, like, isSensitive, reading);
            return true;
        }

        var type = draft.Variables.GetValueOrDefault(like.Value)?.Type ?? like.Value;
        if (VariableTypes.All.ContainsKey(type))
        {
            reading.Findings.Error(
                FindingCodes.BadComposite,
                like.At,
                $"The part '{name.Value}' is of type {type}, which cannot be a part.",
                "Take a variable or a type that is read from a text, and is no composite itself.");
        }
        else
        {
            reading.Findings.Error(
                FindingCodes.UnknownVariable,
                like.At,
                $"There is no variable or type '{like.Value}'.",
                NearestName.Suggest(like.Value, [.. draft.Variables.Keys, .. ValueParsers.All.Select(parser => parser.Type)], "Declare it in bot.yaml under 'variables'."));
        }

        return false;
    }

    // What is sealed as an answer of its own must not be stored in clear as a part.
    private static void CheckSecrecy(YamlScalar name, YamlScalar like, bool isSensitive, ReadingContext reading)
    {
        if (!isSensitive && reading.Draft.Variables.GetValueOrDefault(like.Value) is { IsSensitive: true })
        {
            reading.Findings.Error(
                FindingCodes.BadComposite,
                like.At,
                $"The part '{name.Value}' is like '{like.Value}', which is sensitive, and the composite is not.",
                "Add 'sensitive: true' to the composite.");
        }
    }

    private static void CheckLanguages(CompositeUse composite, ReadingContext reading)
    {
        var spoken = reading.Draft.Languages;
        if (!reading.Draft.HasAllLanguages || spoken.Count == 0 || composite.Patterns.Count == 0)
        {
            return;
        }

        foreach (var (language, _) in composite.Patterns.Where(entry => !spoken.Contains(entry.Key.Value, StringComparer.OrdinalIgnoreCase)))
        {
            reading.Findings.Error(
                FindingCodes.UnknownLanguage,
                language.At,
                $"The bot does not speak '{language.Value}', in which '{composite.Variable.Value}' has patterns.",
                NearestName.Suggest(language.Value, spoken, "Add it to 'languages' in bot.yaml."));
        }

        foreach (var language in spoken.Where(language => !composite.Patterns.Any(entry =>
            string.Equals(entry.Key.Value, language, StringComparison.OrdinalIgnoreCase) || string.Equals(entry.Key.Value, language.Split('-')[0], StringComparison.OrdinalIgnoreCase))))
        {
            reading.Findings.Warning(
                FindingCodes.BadComposite,
                composite.Variable.At,
                $"'{composite.Variable.Value}' has no pattern in '{language}', so that nobody can say it there.",
                $"Add one under 'patterns': {language}: […].");
        }
    }

    private static void CheckPatterns(CompositeUse composite, DraftSlots slots, ReadingContext reading)
    {
        var patterns = slots.Patterns(reading.Draft.Variables[composite.Variable.Value]);
        foreach (var problem in patterns.Problems)
        {
            var (_, written) = composite.Patterns.First(entry => string.Equals(entry.Key.Value, problem.Language, StringComparison.OrdinalIgnoreCase));
            reading.Findings.Error(FindingCodes.BadComposite, written[problem.Index].At, "This pattern cannot be used.", problem.Message);
        }

        var said = composite.Patterns.SelectMany(entry => entry.Value).Select(pattern => pattern.Value).ToList();
        foreach (var (part, _) in composite.Parts.Where(part => said.Count > 0 && !said.Exists(pattern => Names(pattern, part.Key.Value))))
        {
            reading.Findings.Warning(
                FindingCodes.BadComposite, part.At, $"No pattern has the part '{part.Value}'.", $"Put {{{part.Value}}} into one, or take the part out.");
        }
    }

    private static bool Names(string pattern, string part) =>
        pattern.Split('{').Skip(1).Any(rest => rest.Split('}')[0].Trim() == part);
}
