using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>What counts begins with a number, and what a dialog gives back is given a value.</summary>
internal sealed partial class FirstValuesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        CheckCounters(reading);
        var actions = reading.Draft.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        foreach (var dialog in reading.Draft.Dialogs.Where(dialog => dialog.Result.Count > 0))
        {
            var given = dialog.Steps.SelectMany(step => Given(step, actions)).ToHashSet(StringComparer.Ordinal);
            foreach (var result in dialog.Result.Where(result => !given.Contains(result) && !dialog.Input.Contains(result, StringComparer.Ordinal)))
            {
                reading.Findings.Warning(
                    FindingCodes.NeverSet,
                    dialog.Locals.GetValueOrDefault(result)?.At ?? dialog.At,
                    $"Nothing in this dialog gives its result '{result}' a value: who visits it is given nothing back.",
                    "Ask for it, set it, or save it from an action; or take it out of 'result' and of every 'save'.");
            }
        }
    }

    // Nothing and one is nothing: a counter that never begins stays missing for ever.
    private static void CheckCounters(ReadingContext reading)
    {
        var draft = reading.Draft;
        var counted = draft.Dialogs.SelectMany(dialog => dialog.Steps).SelectMany(Set)
            .Concat(draft.Actions.SelectMany(action => action.Deeds).OfType<SetDeed>().SelectMany(deed => deed.Assignments))
            .Where(assignment => Counts(assignment.Value.Text, assignment.Name))
            .ToLookup(assignment => assignment.Name, StringComparer.Ordinal);
        if (counted.Count == 0)
        {
            return;
        }

        var set = draft.References
            .Where(reference => reference.Kind == ReferenceKind.Variable && !draft.ReadPlaces.Contains(reference.At))
            .ToLookup(reference => reference.Name, StringComparer.Ordinal);
        foreach (var variable in draft.Variables.Values.Where(variable => variable.Default.IsUndefined && !draft.UsedVariables.Contains(variable.Name)))
        {
            if (counted[variable.Name].Any() && set[variable.Name].Count() <= counted[variable.Name].Count())
            {
                reading.Findings.Warning(
                    FindingCodes.NeverSet,
                    counted[variable.Name].First().At,
                    $"'{variable.Name}' is worked out from its own value, and never has a first one: it stays missing.",
                    $"Give it one in bot.yaml: {variable.Name}: {{ type: {variable.Type}, default: 0 }}.");
            }
        }
    }

    private static bool Counts(string expression, string name) =>
        Calculation().Match(expression) is { Success: true } found && (found.Groups["left"].Value == name || found.Groups["right"].Value == name);

    private static IEnumerable<Assignment> Set(Step step) => step switch
    {
        SetStep set => set.Assignments,
        SayStep say => say.AllButtons.SelectMany(button => button.Set),
        _ => [],
    };

    private static IEnumerable<string> Given(Step step, Dictionary<string, ActionDialog> actions) => step switch
    {
        AskStep ask => [ask.Into],
        VisitStep visit => visit.Save.Select(assignment => assignment.Name),
        RunStep run when actions.TryGetValue(run.Action, out var action) => action.Deeds.SelectMany(Saved),
        _ => Set(step).Select(assignment => assignment.Name),
    };

    private static IEnumerable<string> Saved(Deed deed) => deed switch
    {
        SetDeed set => set.Assignments.Select(assignment => assignment.Name),
        AwaitingDeed awaiting => awaiting.Save.Select(assignment => assignment.Name),
        _ => [],
    };

    [GeneratedRegex(@"\A\s*(?<left>[A-Za-z0-9.]+)\s*[+\-*/]\s*(?<right>[A-Za-z0-9.]+)\s*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Calculation();
}
