using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>interrupt</c>.</summary>
internal static class Interrupts
{
    public static IReadOnlyList<string> Read(StepContext step)
    {
        if (step.Map.Find("interrupt") is not { } entry)
        {
            return [];
        }

        var intents = step.Reading.Nodes.List(entry.Value, "interrupt", step.Reading.Nodes.Id);
        foreach (var intent in intents)
        {
            step.Block.Refer(ReferenceKind.Intent, intent);
        }

        return [.. intents.Select(intent => intent.Value)];
    }
}
