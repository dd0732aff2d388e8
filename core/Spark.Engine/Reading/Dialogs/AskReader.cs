using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>ask</c>.</summary>
internal sealed class AskReader : IStepReader
{
    public string Verb => "ask";

    public IReadOnlyList<string> Companions { get; } =
        ["into", "choices", "check", "invalid", "tries", "otherwise", "interrupt", "again", "wait"];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        var (map, reading) = (step.Map, step.Reading);
        RequireTogether(step);
        var into = reading.Nodes.Require(map, "into", "A step with 'ask'") is { } name ? reading.Nodes.Variable(name, "into") : null;
        step.Block.Refer(ReferenceKind.Variable, into);
        var choices = map.Find("choices") is { } entry ? reading.Nodes.Mapping(entry.Value, "choices") : null;
        if (into is not null)
        {
            reading.Draft.Asks.Add(new(into.Value, into.At, choices?.Entries.Select(choice => KeyValuePair.Create(choice.Name, choice.Key.At)).ToList()));
        }

        return new AskStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Question = reading.Expressions.Text(step.Verb.Value, Verb, step.Key()),
            Into = into?.Value ?? "",
            Again = map.Find("again") is { } again && reading.Nodes.Boolean(again.Value, "again") == true,
            Check = map.Find("check") is { } check ? reading.Expressions.Expression(check.Value, "check", ExpressionScope.Dialog) : null,
            Invalid = map.Find("invalid") is { } invalid ? reading.Expressions.Text(invalid.Value, "invalid", step.Key("invalid")) : null,
            Tries = map.Find("tries") is { } tries ? reading.Nodes.WholeNumber(tries.Value, "tries", 1) : null,
            Otherwise = step.Go("otherwise"),
            Wait = map.Find("wait") is { } wait ? reading.Nodes.WaitingTime(wait.Value, "wait") : null,
            Choices = choices is null ? [] : ReadChoices(step, choices),
            Interrupt = Interrupts.Read(step),
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

        List<ChoiceDefinition> found =
        [
            .. choices.Entries.Select(entry => new ChoiceDefinition(
                entry.Name, step.Reading.Expressions.Text(entry.Value, entry.Name, step.Key(entry.Name)))),
        ];
        Labels.RequireDifferent(found.Select(choice => choice.Label), step.Reading);
        return found;
    }

    private static void RequireTogether(StepContext step)
    {
        var map = step.Map;
        if (!map.Has("otherwise"))
        {
            Refuse(step, "tries", "otherwise", "Say with 'otherwise' where it goes after the last try.");
            Refuse(step, "wait", "otherwise", "Say with 'otherwise' where it goes when nobody answers in time.");
        }
        else if (!map.Has("tries") && !map.Has("wait"))
        {
            Refuse(step, "otherwise", "tries", "Say with 'tries' after how many answers it goes there, or with 'wait' after how long.");
        }
    }

    private static void Refuse(StepContext step, string field, string other, string remedy)
    {
        if (step.Map.Find(field) is { } entry)
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, entry.Key.At, $"A step with 'ask' has '{field}' but no '{other}'.", remedy);
        }
    }
}
