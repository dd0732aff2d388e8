using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>dialogs/ID.yaml</c>.</summary>
internal static class DialogFileReader
{
    private static readonly string[] Fields = ["dialog", "trigger", "input", "result", "contexts", "steps"];

    public static void Read(YamlMapping file, string name, ReadingContext reading)
    {
        if (FileId.LiesElsewhere(file, "dialog", "action", "actions", reading))
        {
            return;
        }

        reading.Nodes.Allow(file, "a dialog", Fields);
        FileId.Check(file, "dialog", name, reading);
        var locals = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);
        var input = ReadNames(file, "input", locals, reading);
        var result = ReadNames(file, "result", locals, reading);
        var trigger = file.Find("trigger") is { } entry ? TriggerReader.Read(entry.Value, name, reading) : Trigger.None;
        var steps = reading.Nodes.Require(file, "steps", "A dialog") is { } node ? reading.Nodes.Sequence(node, "steps") : null;
        if (steps is { Items.Count: 0 })
        {
            reading.Findings.Error(FindingCodes.Empty, steps.At, "The dialog has no steps.", "Write at least one step.");
        }

        reading.Draft.Dialogs.Add(new()
        {
            Id = name,
            Intents = trigger.Intents,
            TriggerWhen = trigger.When,
            RequiredContexts = trigger.Contexts,
            Contexts = ReadContexts(file, reading),
            Locals = locals,
            Input = input,
            Result = result,
            Steps = steps is null ? [] : new BlockReader(name, locals, reading).ReadAll(steps),
            At = file.At,
        });
    }

    private static List<string> ReadNames(YamlMapping file, string field, Dictionary<string, VariableDefinition> locals, ReadingContext reading)
    {
        var names = new List<string>();
        foreach (var entry in file.Find(field) is { } map ? reading.Nodes.Mapping(map.Value, field)?.Entries ?? [] : [])
        {
            if (reading.Nodes.Variable(entry.Key, field) is not { } name)
            {
                continue;
            }

            var isType = reading.Nodes.OneOf(entry.Value, name.Value, VariableTypes.All) is not null;
            if (isType && locals.TryGetValue(name.Value, out var other) && other.Type != entry.Value.ToString())
            {
                reading.Findings.Error(
                    FindingCodes.FieldsDoNotFit, entry.Value.At, $"'{name.Value}' is of type {other.Type} as an input, and of another as a result.", "Give both one type.");
            }

            locals[name.Value] = new() { Name = name.Value, Type = isType ? entry.Value.ToString()! : "text", Scope = VariableScope.Dialog, At = name.At };
            names.Add(name.Value);
        }

        return names;
    }

    private static Dictionary<string, int> ReadContexts(YamlMapping file, ReadingContext reading)
    {
        var contexts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in file.Find("contexts") is { } map ? reading.Nodes.Mapping(map.Value, "contexts")?.Entries ?? [] : [])
        {
            if (reading.Nodes.Id(entry.Key, "contexts") is { } name && reading.Nodes.WholeNumber(entry.Value, name.Value, 1) is { } turns)
            {
                contexts.Add(name.Value, turns);
                reading.Draft.BegunContexts.Add(new(name.Value, name.At));
            }
        }

        return contexts;
    }
}
