using Spark.Engine.Definitions;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>actions/ID.yaml</c>.</summary>
internal static class ActionFileReader
{
    private static readonly string[] Fields = ["action", "input", "steps"];

    public static void Read(YamlMapping file, string name, ReadingContext reading)
    {
        if (FileId.LiesElsewhere(file, "action", "dialog", "dialogs", reading))
        {
            return;
        }

        reading.Nodes.Allow(file, "an action dialog", Fields);
        FileId.Check(file, "action", name, reading);
        var input = file.Find("input") is { } entry ? ReadInput(entry.Value, name, reading) : [];
        var steps = reading.Nodes.Require(file, "steps", "An action dialog") is { } node ? reading.Nodes.Sequence(node, "steps") : null;
        if (steps is { Items.Count: 0 })
        {
            reading.Findings.Error(FindingCodes.Empty, steps.At, "The action dialog has no steps.", "Write at least one step.");
        }

        var block = new DeedBlockReader(name, ExpressionScope.Action(input.Keys), reading);
        var deeds = steps is null ? [] : block.ReadAll(steps);
        reading.Draft.Actions.Add(new()
        {
            Id = name,
            Input = input,
            Deeds = deeds,
            Outcomes = DeedLinks.RunsToItsEnd(deeds) ? [.. block.Outcomes.Where(outcome => outcome != ActionDialog.Done), ActionDialog.Done] : block.Outcomes,
            At = file.At,
        });
    }

    private static Dictionary<string, string> ReadInput(YamlNode node, string action, ReadingContext reading)
    {
        var input = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in reading.Nodes.Mapping(node, "input")?.Entries ?? [])
        {
            if (reading.Nodes.Variable(entry.Key, "input") is { } name)
            {
                // An input of no type is one all the same: only the type is wrong.
                input.Add(name.Value, reading.Nodes.OneOf(entry.Value, name.Value, VariableTypes.All) is null ? "text" : entry.Value.ToString()!);
                reading.Draft.InputPlaces[(action, name.Value)] = name.At;
            }
        }

        return input;
    }
}
