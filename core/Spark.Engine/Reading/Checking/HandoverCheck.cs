using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Offload;

namespace Spark.Engine.Reading.Checking;

/// <summary>After a desk that owns the channel took the conversation, the bot cannot speak.</summary>
internal sealed class HandoverCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var taken = reading.Draft.Actions.ToDictionary(action => action.Id, action => TakenOutcomes(action, reading.Draft), StringComparer.Ordinal);
        var graph = new StepGraph(reading.Draft.Dialogs);
        foreach (var run in reading.Draft.Runs)
        {
            foreach (var answer in run.Answers.Where(answer => taken.GetValueOrDefault(run.Action)?.Contains(answer.Outcome) == true))
            {
                Follow(run, answer, graph, reading.Findings);
            }
        }
    }

    private static HashSet<string> TakenOutcomes(ActionDialog action, BotDraft draft) => action.Deeds
        .OfType<OffloadDeed>()
        .Where(deed => draft.Connections.GetValueOrDefault(deed.Connection)?.Offload == OffloadKind.Owner)
        .SelectMany(deed => deed.Outcomes)
        .Where(rule => rule.Holds.Text.Contains("accepted", StringComparison.Ordinal))
        .Select(rule => rule.Outcome)
        .ToHashSet(StringComparer.Ordinal);

    private static void Follow(RunUse run, RunAnswer answer, StepGraph graph, FindingBag findings)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int?>([graph.Find(run.Dialog, answer.Target)]);
        while (open.TryPop(out var next))
        {
            if (next is not { } node || !seen.Add(node))
            {
                continue;
            }

            if (graph.StepAt(node) is SayStep or AskStep or ConfirmStep)
            {
                var step = graph.StepAt(node);
                findings.Error(
                    FindingCodes.TalkAfterHandover,
                    step.At,
                    $"This step talks after '{run.Action}' ended in '{answer.Outcome}': a desk holds the conversation then, and the bot cannot speak.",
                    $"Say it before 'run', and answer the outcome with '{answer.Outcome}: {{ end: escalated }}'.");
                continue;
            }

            foreach (var follows in graph.Silently(node))
            {
                open.Push(follows);
            }
        }
    }
}
