using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>A <c>run</c> answers every outcome of its action dialog, no other, and gives it its inputs.</summary>
internal sealed class RunsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var actions = reading.Draft.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        foreach (var run in reading.Draft.Runs)
        {
            if (actions.TryGetValue(run.Action, out var action))
            {
                if (!run.IsUnread)
                {
                    CheckOutcomes(run, action, reading.Findings);
                }

                if (!run.IsUngiven)
                {
                    CheckInputs(run, action, reading.Findings);
                }
            }
        }
    }

    private static void CheckOutcomes(RunUse run, ActionDialog action, FindingBag findings)
    {
        var answered = run.Answers.Select(answer => answer.Outcome).ToHashSet(StringComparer.Ordinal);
        var meant = run.Answers
            .Where(answer => !action.Outcomes.Contains(answer.Outcome, StringComparer.Ordinal))
            .Select(answer => NearestName.Find(answer.Outcome, action.Outcomes.Where(outcome => !answered.Contains(outcome))))
            .Concat(run.Strays)
            .Concat(findings.HasErrorsIn(action.At.File) ? [Approval.Declined] : [])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in action.Outcomes.Where(outcome => !answered.Contains(outcome) && !meant.Contains(outcome)))
        {
            findings.Error(
                FindingCodes.OutcomeUnanswered,
                run.Then ?? run.At,
                $"Action '{action.Id}' can end in '{outcome}', but {(run.Then is null ? "there is no 'then' that answers it" : "'then' has no answer for it")}.",
                outcome == ActionDialog.Done
                    ? $"Add '{outcome}:' with a dialog, steps or next under 'then', or end the action dialog with 'finish' or 'otherwise'."
                    : $"Add '{outcome}:' with a dialog, steps or next under 'then'.");
        }

        if (run.Then is null)
        {
            return;
        }

        foreach (var answer in run.Answers.Where(answer => !action.Outcomes.Contains(answer.Outcome, StringComparer.Ordinal)))
        {
            findings.Error(
                FindingCodes.OutcomeImpossible,
                answer.At,
                $"Action '{action.Id}' never ends in '{answer.Outcome}'.",
                NearestName.Suggest(answer.Outcome, action.Outcomes, $"It ends in {string.Join(", ", action.Outcomes)}."));
        }
    }

    private static void CheckInputs(RunUse run, ActionDialog action, FindingBag findings)
    {
        var given = run.With.Select(input => input.Key).ToHashSet(StringComparer.Ordinal);
        var meant = Inputs.Misspelt(given, [.. action.Input.Keys]);
        foreach (var input in action.Input.Keys.Where(input => !given.Contains(input) && !meant.Contains(input)))
        {
            findings.Error(
                FindingCodes.InputMissing, run.At, $"Action '{action.Id}' needs the input '{input}'.", $"Add '{input}:' with an expression under 'with'.");
        }

        foreach (var (name, at) in run.With.Where(input => !action.Input.ContainsKey(input.Key)))
        {
            findings.Error(
                FindingCodes.InputUnknown,
                at,
                $"Action '{action.Id}' has no input '{name}'.",
                NearestName.Suggest(
                    name, action.Input.Keys, action.Input.Count == 0 ? "It has none; leave 'with' out." : $"Its inputs are {string.Join(", ", action.Input.Keys)}."));
        }
    }
}
