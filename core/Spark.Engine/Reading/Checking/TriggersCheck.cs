using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Every trigger comes to its turn, and an intent that may break in leads somewhere.</summary>
internal sealed class TriggersCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var always = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dialog in draft.Dialogs)
        {
            foreach (var intent in dialog.Intents.Distinct(StringComparer.Ordinal))
            {
                if (always.TryGetValue(intent, out var first))
                {
                    reading.Findings.Warning(
                        FindingCodes.HiddenTrigger,
                        Place(draft, intent, dialog),
                        $"The intent '{intent}' always triggers '{first}', which comes first: this dialog never has its turn.",
                        $"Give the trigger of '{first}' a 'when', or take the intent out of one of them.");
                }
                else if (dialog.TriggerWhen is null)
                {
                    always.Add(intent, dialog.Id);
                }
            }
        }

        if (draft.IsWhole)
        {
            CheckInterruptions(reading);
        }
    }

    private static void CheckInterruptions(ReadingContext reading)
    {
        var triggering = reading.Draft.Dialogs.SelectMany(dialog => dialog.Intents).ToHashSet(StringComparer.Ordinal);
        var interrupts = reading.Draft.Dialogs
            .SelectMany(dialog => dialog.Steps, (dialog, step) => (Dialog: dialog.Id, Step: step))
            .SelectMany(item => item.Step switch
            {
                AskStep ask => ask.Interrupt.Select(intent => (item.Dialog, item.Step, Intent: intent)),
                ConfirmStep confirm => confirm.Interrupt.Select(intent => (item.Dialog, item.Step, Intent: intent)),
                _ => [],
            });
        var known = reading.Draft.Intents.Select(intent => intent.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (dialog, step, intent) in interrupts.Where(item => known.Contains(item.Intent) && !triggering.Contains(item.Intent)))
        {
            var reference = reading.Draft.References.Find(one => one.Kind == ReferenceKind.Intent && one.Name == intent && one.Dialog == dialog && one.At.Line >= step.At.Line);
            reading.Findings.Warning(
                FindingCodes.InterruptLeadsNowhere,
                reference?.At ?? step.At,
                $"The intent '{intent}' may break in here, and no dialog has it as its trigger.",
                "Give a dialog the trigger, or take the intent out of 'interrupt'.");
        }
    }

    private static SourceLocation Place(BotDraft draft, string intent, Dialog dialog) =>
        draft.References.Find(reference => reference.Kind == ReferenceKind.Intent && reference.Name == intent && reference.Dialog == dialog.Id)?.At ?? dialog.At;
}
