using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>dialogs/ID.yaml</c>.</summary>
internal static class DialogFileReader
{
    private static readonly string[] Fields = ["dialog", "trigger", "steps"];
    private static readonly string[] TriggerFields = ["intents", "when"];

    public static void Read(YamlMapping file, string name, ReadingContext reading)
    {
        reading.Nodes.Allow(file, "a dialog", Fields);
        FileId.Check(file, "dialog", name, reading);
        var (intents, condition) = file.Find("trigger") is { } trigger ? ReadTrigger(trigger.Value, name, reading) : ([], null);
        var steps = reading.Nodes.Require(file, "steps", "A dialog") is { } node ? reading.Nodes.Sequence(node, "steps") : null;
        if (steps is { Items.Count: 0 })
        {
            reading.Findings.Error(FindingCodes.Empty, steps.At, "The dialog has no steps.", "Write at least one step.");
        }

        reading.Draft.Dialogs.Add(new()
        {
            Id = name,
            Intents = intents,
            TriggerWhen = condition,
            Steps = steps is null ? [] : new BlockReader(name, reading).ReadAll(steps),
            At = file.At,
        });
    }

    private static (IReadOnlyList<string> Intents, Expression? Condition) ReadTrigger(YamlNode node, string name, ReadingContext reading)
    {
        if (reading.Nodes.Mapping(node, "trigger") is not { } map)
        {
            return ([], null);
        }

        reading.Nodes.Allow(map, "a trigger", TriggerFields);
        IReadOnlyList<YamlScalar> intents = reading.Nodes.Require(map, "intents", "A trigger") is { } list
            ? reading.Nodes.List(list, "intents", reading.Nodes.Id)
            : [];
        reading.Draft.References.AddRange(intents.Select(intent => new Reference(ReferenceKind.Intent, intent.Value, intent.At, name)));
        var condition = map.Find("when") is { } when ? reading.Expressions.Expression(when.Value, "when", ExpressionScope.Dialog) : null;
        return ([.. intents.Select(intent => intent.Value)], condition);
    }
}
