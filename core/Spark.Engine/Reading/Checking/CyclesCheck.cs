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
        foreach (var cycle in Components.Of(graph))
        {
            Report(graph, cycle, reading.Findings);
        }
    }

    private static void Report(StepGraph graph, IReadOnlyList<int> cycle, FindingBag findings)
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
            canLeave
                ? $"This goes round in {names} without waiting for the person, unless a condition changes on the way."
                : $"This goes round for ever in {names}, without ever waiting for the person.",
            "Ask or confirm something on the way, or end the dialog.");
    }
}
