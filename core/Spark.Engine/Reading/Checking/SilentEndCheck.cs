using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;

namespace Spark.Engine.Reading.Checking;

/// <summary>A person who comes into a dialog hears something: no way through it ends without a word and without saying how.</summary>
internal sealed class SilentEndCheck : ICheck
{
    // At the others nobody has said anything, and silence may be meant.
    private static readonly BotEvent[] Spoken = [BotEvent.Started, BotEvent.NotUnderstood, BotEvent.Failed, BotEvent.Disabled];

    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var entered = draft.Dialogs.Where(dialog => dialog.Intents.Count > 0).Select(dialog => dialog.Id)
            .Concat(draft.Events.Where(answer => Spoken.Contains(answer.Key)).Select(answer => answer.Value))
            .Concat(draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<SayStep>().SelectMany(say => say.AllButtons).Select(button => button.Goto).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var dialog in draft.Dialogs.Where(dialog => entered.Contains(dialog.Id) && dialog.Steps.Count > 0))
        {
            if (!dialog.Steps.Any(step => reading.Findings.IsReported(step.At)) && FindSilentEnd(dialog) is { } last)
            {
                reading.Findings.Warning(
                    FindingCodes.SilentEnd,
                    last.At,
                    $"After this step the dialog '{dialog.Id}' can end without having said a word: the person hears nothing.",
                    "Say something, go to another dialog, or close the conversation with 'end'.");
            }
        }
    }

    // The last step of a way on which nothing is said; questions that are known are asked at another time.
    private static Step? FindSilentEnd(Dialog dialog)
    {
        var seen = new bool[dialog.Steps.Count];
        var open = new Stack<int>([0]);
        while (open.TryPop(out var index))
        {
            var step = dialog.Steps[index];
            if (seen[index] || step is SayStep or AskStep or ConfirmStep or VisitStep or RunStep)
            {
                continue;
            }

            seen[index] = true;
            foreach (var target in StepLinks.All(step).Where(target => target.Dialog is null))
            {
                if (target.Step >= dialog.Steps.Count)
                {
                    return step;
                }

                open.Push(target.Step);
            }
        }

        return null;
    }
}
