using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Offload;

namespace Spark.Engine.Reading.Checking;

/// <summary>
/// After a desk that owns the channel took the conversation, the bot cannot speak; after one that relays took it, the bot can say where the
/// person stands, and nothing that waits for an answer.
/// </summary>
internal sealed class HandoverCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var graph = new StepGraph(reading.Draft.Dialogs);
        Run(reading, graph, OffloadKind.Owner, (run, answer, step) => reading.Findings.Error(
            FindingCodes.TalkAfterHandover,
            step.At,
            $"This step talks after '{run.Action}' ended in '{answer.Outcome}': a desk holds the conversation then, and the bot cannot speak.",
            $"Say it before 'run', and answer the outcome with '{answer.Outcome}: {{ end: escalated }}'."));
        Run(reading, graph, OffloadKind.Relay, (run, answer, step) => reading.Findings.Error(
            FindingCodes.AskAfterHandover,
            step.At,
            $"This step waits for something after '{run.Action}' ended in '{answer.Outcome}': what the person says then goes to the desk, and no step runs until the conversation is back.",
            $"Ask before 'run', or in the dialog of the event 'agent-left'; after '{answer.Outcome}' only 'say' is of use."));
    }

    private static void Run(ReadingContext reading, StepGraph graph, OffloadKind kind, Action<RunUse, RunAnswer, Step> report)
    {
        var taken = reading.Draft.Actions.ToDictionary(action => action.Id, action => TakenOutcomes(action, reading.Draft, kind), StringComparer.Ordinal);
        foreach (var run in reading.Draft.Runs)
        {
            foreach (var answer in run.Answers.Where(answer => taken.GetValueOrDefault(run.Action)?.Contains(answer.Outcome) == true))
            {
                Follow(run, answer, graph, kind, report);
            }
        }
    }

    private static bool IsRefused(Step step, OffloadKind kind) => kind == OffloadKind.Owner
        ? step is SayStep or AskStep or ConfirmStep
        : step is RunStep or AskStep or ConfirmStep;

    private static HashSet<string> TakenOutcomes(ActionDialog action, BotDraft draft, OffloadKind kind) => action.Deeds
        .OfType<OffloadDeed>()
        .Where(deed => draft.Connections.GetValueOrDefault(deed.Connection)?.Offload == kind)
        .SelectMany(deed => deed.Outcomes)
        .Where(rule => rule.Holds.Text.Contains("accepted", StringComparison.Ordinal))
        .Select(rule => rule.Outcome)
        .ToHashSet(StringComparer.Ordinal);

    private static void Follow(RunUse run, RunAnswer answer, StepGraph graph, OffloadKind kind, Action<RunUse, RunAnswer, Step> report)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int?>([graph.Find(run.Dialog, answer.Target)]);
        while (open.TryPop(out var next))
        {
            if (next is not { } node || !seen.Add(node))
            {
                continue;
            }

            if (IsRefused(graph.StepAt(node), kind))
            {
                report(run, answer, graph.StepAt(node));
                continue;
            }

            foreach (var follows in graph.Silently(node))
            {
                open.Push(follows);
            }
        }
    }
}
