using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Files;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A question whose variable surely has a value is never asked, and what is said to a try that leads elsewhere is never said.</summary>
internal sealed class UnaskedCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var dialog in reading.Draft.Dialogs)
        {
            int[]? ways = null;
            for (var i = 0; i < dialog.Steps.Count; i++)
            {
                CheckTexts(dialog.Steps[i], reading.Findings);
                if (dialog.Steps[i] is AskStep { Again: false, Check: null } ask && Find(ask, dialog, reading.Draft) is { } variable && Giver(i, ask, variable, dialog, ways ??= Ways(dialog)) is { } giver)
                {
                    reading.Findings.Warning(
                        FindingCodes.UnaskedQuestion,
                        ask.At,
                        $"This question is never asked: '{ask.Into}' has its value from line {giver.At.Line}.",
                        $"Give it 'again: true', clear '{ask.Into}' before it, or let it ask into another variable.");
                }
            }
        }
    }

    // A dialog that is visited when the variable changes may take the value away again.
    private static VariableDefinition? Find(AskStep ask, Dialog dialog, BotDraft draft) =>
        draft.Changed.ContainsKey(ask.Into) ? null : dialog.Locals.GetValueOrDefault(ask.Into) ?? draft.Variables.GetValueOrDefault(ask.Into);

    // How many ways lead to each step.
    private static int[] Ways(Dialog dialog)
    {
        var ways = new int[dialog.Steps.Count];
        foreach (var step in dialog.Steps.SelectMany(step => StepLinks.All(step).Where(target => target.Dialog is null).Select(target => target.Step).Distinct()).Where(step => step < ways.Length))
        {
            ways[step]++;
        }

        return ways;
    }

    // The step before it on the only way to it that gives the variable a value; null when none does for sure.
    private static Step? Giver(int at, AskStep ask, VariableDefinition variable, Dialog dialog, int[] ways)
    {
        while (at > 0 && ways[at] == 1)
        {
            at = Enumerable.Range(0, dialog.Steps.Count).First(index => StepLinks.All(dialog.Steps[index]).Any(target => target.Dialog is null && target.Step == at));
            var step = dialog.Steps[at];
            if (step.Next <= at)
            {
                return null;
            }

            switch (step)
            {
                case SetStep set when set.Assignments.LastOrDefault(assignment => assignment.Name == ask.Into) is { } given:
                    return Answers(given.Value.Analysis.Literal, ask, variable) ? step : null;
                case AskStep other when other.Into == ask.Into:
                    return ask.Choices.Count == 0 && other is { Otherwise: null, Unanswered: null, Wait: null } ? step : null;
                case SetStep or SayStep or ConfirmStep or AskStep:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool Answers(Value given, AskStep ask, VariableDefinition variable) =>
        given is { IsUndefined: false, Kind: ValueKind.String or ValueKind.Number or ValueKind.Boolean }
        && !(given.Kind == ValueKind.String && given.AsString().Length == 0)
        && DefaultReader.Fits(variable, given)
        && (ask.Choices.Count == 0 || (given.Kind == ValueKind.String && ask.Choices.Any(choice => choice.Value == given.AsString())));

    private static void CheckTexts(Step step, FindingBag findings)
    {
        var (tries, texts) = step switch
        {
            AskStep { Tries: { } most, Otherwise: not null } ask => (most, ask.Invalid),
            ConfirmStep confirm => (confirm.Tries, confirm.Invalid),
            _ => (int.MaxValue, []),
        };
        if (texts.Count >= tries)
        {
            findings.Warning(
                FindingCodes.UnsaidText,
                texts[tries - 1].At,
                $"This text is never said: the answer to try {tries} leads elsewhere.",
                tries == 1 ? "Leave 'invalid' out, or allow more 'tries'." : $"Keep {tries - 1} of them, or allow more 'tries'.");
        }
    }
}
