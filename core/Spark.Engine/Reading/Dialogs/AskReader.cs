using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Understanding.Values;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>ask</c>.</summary>
internal sealed class AskReader : IStepReader
{
    private static readonly Dictionary<string, MomentPreference> Preferences = new(StringComparer.Ordinal)
    {
        ["future"] = MomentPreference.Future,
        ["past"] = MomentPreference.Past,
    };

    public string Verb => "ask";

    public IReadOnlyList<string> Companions { get; } =
        ["into", "choices", "suggest", "check", "again", "prefer", "understand", .. Questions.Companions];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        var (map, reading) = (step.Map, step.Reading);
        Questions.RequireTogether(step);
        var into = reading.Nodes.Require(map, "into", "A step with 'ask'") is { } name ? reading.Nodes.Variable(name, "into") : null;
        step.Block.Refer(ReferenceKind.Variable, into);
        var choices = map.Find("choices") is { } entry ? reading.Nodes.Mapping(entry.Value, "choices") : null;
        if (into is not null)
        {
            reading.Draft.Asks.Add(new(step.Block.Dialog, into.Value, into.At, choices?.Entries.Select(choice => KeyValuePair.Create(choice.Name, choice.Key.At)).ToList())
            {
                Prefer = map.Find("prefer")?.Key.At,
            });
        }

        if (choices is not null && map.Find("suggest") is { } both)
        {
            reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, both.Key.At, "A question has 'choices' or 'suggest', not both.",
                "Use 'choices' for what can be answered, and 'suggest' for answers of many.");
        }

        return new AskStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Question = reading.Expressions.Wordings(step.Verb.Value, Verb, step.Key(), step.Scope),
            Into = into?.Value ?? "",
            Again = map.Find("again") is { } again && reading.Nodes.Boolean(again.Value, "again") == true,
            Check = map.Find("check") is { } check ? reading.Expressions.Expression(check.Value, "check", step.Scope) : null,
            Suggest = map.Find("suggest") is { } suggest ? reading.Expressions.Expression(suggest.Value, "suggest", step.Scope) : null,
            Prefer = map.Find("prefer") is { } prefer ? reading.Nodes.OneOf(prefer.Value, "prefer", Preferences) ?? MomentPreference.Future : MomentPreference.Future,
            Understand = map.Find("understand") is { } intent ? step.Block.Refer(ReferenceKind.Intent, reading.Nodes.Id(intent.Value, "understand")) : null,
            Invalid = Questions.Invalid(step),
            Tries = Questions.Tries(step),
            Otherwise = step.Go("otherwise"),
            Unanswered = step.Go("unanswered"),
            Wait = Questions.Wait(step),
            Choices = choices is null ? [] : ReadChoices(step, choices),
            Interrupt = Questions.Interrupts(step),
        };
    }

    private static List<ChoiceDefinition> ReadChoices(StepContext step, YamlMapping choices)
    {
        if (choices.Entries.Count == 0)
        {
            step.Reading.Findings.Error(FindingCodes.Empty, choices.At, "'choices' is empty.", "Write a value and its label a line.");
        }

        foreach (var entry in choices.Entries)
        {
            if (entry.Name == "invalid" && step.Map.Has("invalid"))
            {
                step.Reading.Findings.Error(
                    FindingCodes.DuplicateId,
                    entry.Key.At,
                    $"The choice 'invalid' and the text for invalid answers have one key, {step.Key("invalid")}.",
                    "Give the choice another value.");
            }
        }

        List<ChoiceDefinition> found = [.. choices.Entries.Select(entry => ReadChoice(step, entry))];
        Labels.RequireDifferent(found.Select(choice => choice.Label), step.Reading);
        Labels.RequireOwnSynonyms(found, step.Reading);
        return found;
    }

    // A label, or a title with further words for the same.
    private static ChoiceDefinition ReadChoice(StepContext step, YamlEntry entry)
    {
        var (reading, key) = (step.Reading, step.Key(entry.Name));
        if (entry.Value is not YamlMapping map || !(map.Has("title") || map.Has("synonyms")))
        {
            return new(entry.Name, reading.Expressions.Text(entry.Value, entry.Name, key, step.Scope));
        }

        reading.Nodes.Allow(map, "a choice", ["title", "synonyms"]);
        var title = reading.Nodes.Require(map, "title", $"The choice '{entry.Name}'") is { } label
            ? reading.Expressions.Text(label, "title", key, step.Scope)
            : new Text(key, Spark.Expressions.TextTemplate.Parse(""), map.At);
        return new(entry.Name, title)
        {
            Synonyms = map.Find("synonyms") is { } synonyms
                ? reading.Expressions.Texts(synonyms.Value, "synonyms", step.Key($"{entry.Name}.synonyms"), step.Scope, isMostlyList: true)
                : [],
        };
    }
}
