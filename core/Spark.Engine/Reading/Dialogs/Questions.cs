using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads what <c>ask</c> and <c>confirm</c> have in common.</summary>
internal static class Questions
{
    public static readonly IReadOnlyList<string> Companions = ["invalid", "tries", "otherwise", "interrupt", "wait", "unanswered"];

    public static IReadOnlyList<Text> Invalid(StepContext step) => step.Map.Find("invalid") is { } invalid
        ? step.Reading.Expressions.Texts(invalid.Value, "invalid", step.Key("invalid"), step.Scope)
        : [];

    public static int? Tries(StepContext step) => step.Map.Find("tries") is { } tries ? step.Reading.Nodes.WholeNumber(tries.Value, "tries", 1) : null;

    public static TimeSpan? Wait(StepContext step) => step.Map.Find("wait") is { } wait ? step.Reading.Nodes.WaitingTime(wait.Value, "wait") : null;

    /// <summary>The only intents that may break in.</summary>
    public static IReadOnlyList<string> Interrupts(StepContext step)
    {
        if (step.Map.Find("interrupt") is not { } entry)
        {
            return [];
        }

        var intents = step.Reading.Nodes.List(entry.Value, "interrupt", step.Reading.Nodes.Id);
        foreach (var intent in intents)
        {
            step.Block.Refer(Drafts.ReferenceKind.Intent, intent);
        }

        return [.. intents.Select(intent => intent.Value)];
    }

    /// <summary>Says which of the fields need each other.</summary>
    public static void RequireTogether(StepContext step)
    {
        var (map, verb) = (step.Map, step.Verb.Name);
        if (!map.Has("wait"))
        {
            Refuse(step, "unanswered", "wait", "Say with 'wait' after how long it goes there.");
        }

        if (verb == "confirm")
        {
            return;
        }

        if (!map.Has("otherwise"))
        {
            Refuse(step, "tries", "otherwise", "Say with 'otherwise' where it goes after the last try.");
            if (!map.Has("unanswered"))
            {
                Refuse(step, "wait", "otherwise", "Say with 'unanswered' or 'otherwise' where it goes when nobody answers in time.");
            }
        }
        else if (!map.Has("tries") && (!map.Has("wait") || map.Has("unanswered")))
        {
            Refuse(step, "otherwise", "tries", "Say with 'tries' after how many answers it goes there, or with 'wait' after how long.");
        }
    }

    private static void Refuse(StepContext step, string field, string other, string remedy)
    {
        if (step.Map.Find(field) is { } entry)
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, entry.Key.At, $"A step with '{step.Verb.Name}' has '{field}' but no '{other}'.", remedy);
        }
    }
}
