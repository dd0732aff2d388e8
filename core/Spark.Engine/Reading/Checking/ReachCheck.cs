using Spark.Engine.Definitions;
using Spark.Engine.Reading.Actions;
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

            // Where a way leads that is named wrongly cannot be told.
            if (!reading.Findings.HasErrorsIn(dialog.At.File))
            {
                CheckSteps(dialog, reading.Findings);
            }
        }

        foreach (var action in reading.Draft.Actions.Where(action => !reading.Findings.HasErrorsIn(action.At.File)))
        {
            CheckDeeds(action, reading.Findings);
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

    private static void CheckSteps(Dialog dialog, FindingBag findings) => Report(
        [.. dialog.Steps.Select(step => step.At)],
        index => StepLinks.All(dialog.Steps[index]).Where(target => target.Dialog is null).Select(target => target.Step),
        "Delete it, or mend the step before it, after which the dialog never comes here.",
        findings);

    private static void CheckDeeds(ActionDialog action, FindingBag findings) => Report(
        [.. action.Deeds.Select(deed => deed.At)],
        index => DeedLinks.All(action.Deeds[index]),
        "Delete it, or mend the step before it: with 'otherwise' or 'finish' the action dialog ends there.",
        findings);

    private static void Report(IReadOnlyList<SourceLocation> places, Func<int, IEnumerable<int>> links, string remedy, FindingBag findings)
    {
        var reached = new bool[places.Count];
        Reach(0, links, reached);
        for (var i = 0; i < reached.Length; i++)
        {
            if (reached[i])
            {
                continue;
            }

            findings.Warning(FindingCodes.UnreachableStep, places[i], "Nothing leads to this step.", remedy);

            // What follows a step that nothing leads to is the same mistake.
            Reach(i, links, reached);
        }
    }

    private static void Reach(int start, Func<int, IEnumerable<int>> links, bool[] reached)
    {
        var open = new Stack<int>([start]);
        while (open.TryPop(out var index))
        {
            if (index >= reached.Length || reached[index])
            {
                continue;
            }

            reached[index] = true;
            foreach (var next in links(index))
            {
                open.Push(next);
            }
        }
    }
}
