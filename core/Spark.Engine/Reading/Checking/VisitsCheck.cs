using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>A dialog with inputs is only visited, and given them all.</summary>
internal sealed class VisitsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var dialogs = draft.Dialogs.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal);
        var visits = draft.Visits.Select(visit => visit.At).ToHashSet();
        foreach (var visit in draft.Visits)
        {
            if (dialogs.TryGetValue(visit.Dialog, out var dialog))
            {
                CheckInputs(visit, dialog, reading.Findings);
            }
        }

        foreach (var reference in draft.References.Where(reference => reference.Kind == ReferenceKind.Dialog && !visits.Contains(reference.At)))
        {
            if (dialogs.TryGetValue(reference.Name, out var dialog) && dialog.Input.Count > 0)
            {
                Refuse(dialog, reference.At, reading.Findings);
            }
        }

        foreach (var dialog in draft.Dialogs.Where(dialog => dialog.Input.Count > 0 && dialog.Intents.Count > 0))
        {
            Refuse(dialog, dialog.At, reading.Findings);
        }
    }

    private static void Refuse(Dialog dialog, SourceLocation at, FindingBag findings) => findings.Error(
        FindingCodes.InputNotGiven,
        at,
        $"The dialog '{dialog.Id}' needs {string.Join(" and ", dialog.Input.Select(input => $"'{input}'"))}, which is not given here.",
        $"Visit it: 'visit: {dialog.Id}' with 'with'.");

    private static void CheckInputs(VisitUse visit, Dialog dialog, FindingBag findings)
    {
        var given = visit.With.Select(input => input.Key).ToHashSet(StringComparer.Ordinal);
        var meant = Inputs.Misspelt(given, dialog.Input);
        foreach (var input in dialog.Input.Where(input => !given.Contains(input) && !meant.Contains(input)))
        {
            findings.Error(
                FindingCodes.InputMissing, visit.At, $"The dialog '{dialog.Id}' needs the input '{input}'.", $"Add '{input}:' with an expression under 'with'.");
        }

        foreach (var (name, at) in visit.With.Where(input => !dialog.Input.Contains(input.Key, StringComparer.Ordinal)))
        {
            findings.Error(
                FindingCodes.InputUnknown,
                at,
                $"The dialog '{dialog.Id}' has no input '{name}'.",
                NearestName.Suggest(
                    name, dialog.Input, dialog.Input.Count == 0 ? "It has none; leave 'with' out." : $"Its inputs are {string.Join(", ", dialog.Input)}."));
        }
    }
}
