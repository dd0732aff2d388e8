using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>
/// No way through the dialogs goes round without waiting for the person. One that nothing leads out of is an error; one that a condition
/// or an outcome can leave is a warning.
/// </summary>
internal sealed class CyclesCheck : ICheck
{
    private const int MostDialogsNamed = 5;

    public void Run(ReadingContext reading)
    {
        var graph = new StepGraph(reading.Draft.Dialogs);
        var found = new HashSet<Step>(ReferenceEqualityComparer.Instance);
        foreach (var cycle in Components.Of(graph))
        {
            found.UnionWith(cycle.Select(graph.StepAt));
            Report(graph, cycle, null, reading.Findings);
        }

        FindThroughQuestions(reading, found);
    }

    // A question whose variable is known does not wait: who comes by a second time goes round for ever, unless the variable is
    // forgotten on the way.
    private static void FindThroughQuestions(ReadingContext reading, HashSet<Step> found)
    {
        var questions = reading.Draft.Dialogs
            .SelectMany(dialog => dialog.Steps)
            .OfType<AskStep>()
            .Where(ask => !ask.Again && reading.Draft.Variables.GetValueOrDefault(ask.Into)?.Scope != VariableScope.Dialog)
            .ToHashSet<AskStep>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            var graph = new StepGraph(reading.Draft.Dialogs, questions);
            var cycles = Components.Of(graph);
            var forgotten = cycles.SelectMany(cycle => Forgotten(cycle.Select(graph.StepAt).ToList())).ToList();
            if (forgotten.Count > 0)
            {
                questions.ExceptWith(forgotten);
                continue;
            }

            foreach (var cycle in cycles.Where(cycle => !cycle.Select(graph.StepAt).Any(found.Contains)))
            {
                var ask = cycle.Select(graph.StepAt).OfType<AskStep>().FirstOrDefault(questions.Contains);
                Report(graph, cycle, ask, reading.Findings);
            }

            return;
        }
    }

    private static IEnumerable<AskStep> Forgotten(IReadOnlyList<Step> cycle)
    {
        var cleared = cycle.OfType<ClearStep>().SelectMany(step => step.Variables).ToHashSet(StringComparer.Ordinal);
        return cycle.OfType<AskStep>().Where(ask => cleared.Contains(ask.Into));
    }

    private static void Report(StepGraph graph, IReadOnlyList<int> cycle, AskStep? known, FindingBag findings)
    {
        var members = cycle.ToHashSet();
        var canLeave = cycle.Any(node => graph.Silently(node).Any(next => next is not { } follows || !members.Contains(follows)));
        var at = cycle
            .Select(graph.StepAt)
            .OrderBy(step => step is not (GotoStep or VisitStep))
            .ThenBy(step => step.At.File, StringComparer.Ordinal)
            .ThenBy(step => step.At.Line)
            .First()
            .At;
        var dialogs = cycle.Select(node => graph.DialogAt(node).Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = string.Join(", ", dialogs.Take(MostDialogsNamed)) + (dialogs.Count > MostDialogsNamed ? ", …" : "");
        findings.Add(
            canLeave ? FindingLevel.Warning : FindingLevel.Error,
            FindingCodes.EndlessCycle,
            at,
            known is not null
                ? $"This goes round in {names}: once '{known.Into}' is known its question is not asked again, and nothing waits for the person{(canLeave ? ", unless a condition changes on the way" : "")}."
                : canLeave
                ? $"This goes round in {names} without waiting for the person, unless a condition changes on the way."
                : $"This goes round for ever in {names}, without ever waiting for the person.",
            known is null ? "Ask or confirm something on the way, or end the dialog." : $"Clear '{known.Into}' on the way, give the question 'again: true', or end the dialog.");
    }
}
