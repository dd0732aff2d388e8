using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads <c>trigger</c>.</summary>
internal static class TriggerReader
{
    private static readonly string[] Fields = ["intents", "contexts", "when"];

    public static Trigger Read(YamlNode node, string dialog, ReadingContext reading)
    {
        if (reading.Nodes.Mapping(node, "trigger") is not { } map)
        {
            return Trigger.None;
        }

        reading.Nodes.Allow(map, "a trigger", Fields);
        IReadOnlyList<YamlScalar> intents = reading.Nodes.Require(map, "intents", "A trigger") is { } list && reading.Nodes.Filled(list, "intents") is not null
            ? reading.Nodes.List(list, "intents", reading.Nodes.Id)
            : [];
        foreach (var again in intents.GroupBy(intent => intent.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            reading.Findings.Warning(FindingCodes.DuplicateId, again.At, $"The intent '{again.Value}' stands twice here.", "Keep one of them.");
        }

        reading.Draft.References.AddRange(intents.Select(intent => new Reference(ReferenceKind.Intent, intent.Value, intent.At, dialog)));
        IReadOnlyList<YamlScalar> contexts = map.Find("contexts") is { } required
            ? reading.Nodes.List(required.Value, "contexts", reading.Nodes.Id)
            : [];
        reading.Draft.RequiredContexts.AddRange(contexts.Select(context => KeyValuePair.Create(context.Value, context.At)));
        var condition = map.Find("when") is { } when ? reading.Expressions.Expression(when.Value, "when", ExpressionScope.Dialog) : null;
        return new([.. intents.Select(intent => intent.Value)], [.. contexts.Select(context => context.Value)], condition);
    }
}
