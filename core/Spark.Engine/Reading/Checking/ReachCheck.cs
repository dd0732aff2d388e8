using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Something leads to every dialog and every step.</summary>
internal sealed class ReachCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var reached = ReachedDialogs(reading.Draft);
        foreach (var dialog in reading.Draft.Dialogs)
        {
            if (!reached.Contains(dialog.Id))
            {
                reading.Findings.Warning(
                    FindingCodes.UnreachableDialog,
                    dialog.At,
                    $"Nothing leads to the dialog '{dialog.Id}'.",
                    "Give it a trigger, go to it from another dialog, or delete the file.");
            }

            CheckSteps(dialog, reading.Findings);
        }
    }

    private static HashSet<string> ReachedDialogs(BotDraft draft)
    {
        var links = draft.References.Where(reference => reference.Kind == ReferenceKind.Dialog).ToLookup(reference => reference.Dialog, reference => reference.Name, StringComparer.Ordinal);
        var open = new Stack<string>(links[null].Concat(draft.Dialogs.Where(dialog => dialog.Intents.Count > 0).Select(dialog => dialog.Id)));
        var reached = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var dialog))
        {
            if (!reached.Add(dialog))
            {
                continue;
            }

            foreach (var next in links[dialog])
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private static void CheckSteps(Dialog dialog, FindingBag findings)
    {
        var reached = new bool[dialog.Steps.Count];
        Reach(dialog, 0, reached);
        for (var i = 0; i < reached.Length; i++)
        {
            if (reached[i])
            {
                continue;
            }

            findings.Warning(
                FindingCodes.UnreachableStep,
                dialog.Steps[i].At,
                "Nothing leads to this step.",
                "Delete it, or mend the step before it, after which the dialog never comes here.");

            // What follows a step that nothing leads to is the same mistake.
            Reach(dialog, i, reached);
        }
    }

    private static void Reach(Dialog dialog, int start, bool[] reached)
    {
        var open = new Stack<int>([start]);
        while (open.TryPop(out var index))
        {
            if (index >= reached.Length || reached[index])
            {
                continue;
            }

            reached[index] = true;
            foreach (var target in StepLinks.All(dialog.Steps[index]).Where(target => target.Dialog is null))
            {
                open.Push(target.Step);
            }
        }
    }
}
