using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Where steps lead.</summary>
internal static class StepLinks
{
    /// <summary>Gives a step the index behind the last step of its dialog.</summary>
    public static Step Close(Step step, int end)
    {
        var closed = step.Next == FlatList<Step>.End ? step with { Next = end } : step;
        return closed switch
        {
            WhenStep branch => branch with { Then = Close(branch.Then, end), Otherwise = Close(branch.Otherwise, end) },
            AskStep ask => ask with { Otherwise = Close(ask.Otherwise, end), Unanswered = Close(ask.Unanswered, end) },
            ConfirmStep confirm => confirm with { Otherwise = Close(confirm.Otherwise, end), Unanswered = Close(confirm.Unanswered, end) },
            RunStep run => run with { Then = run.Then.ToDictionary(pair => pair.Key, pair => Close(pair.Value, end), StringComparer.Ordinal) },
            _ => closed,
        };
    }

    /// <summary>Where a step leads without a word of the person.</summary>
    public static IEnumerable<Target> Silently(Step step) => step switch
    {
        AskStep or ConfirmStep or EndStep => [],
        _ => All(step),
    };

    /// <summary>Everywhere that a step leads.</summary>
    public static IEnumerable<Target> All(Step step)
    {
        var next = Target.ToStep(step.Next);
        return step switch
        {
            GotoStep go => [Target.ToDialog(go.Dialog)],
            EndStep => [],
            WhenStep branch => [branch.Then, branch.Otherwise ?? next],
            RunStep run => run.Then.Values,
            AskStep ask => [next, ask.Otherwise ?? next, ask.Unanswered ?? next],
            ConfirmStep confirm => [next, confirm.Otherwise, confirm.Unanswered ?? next],
            _ => [next],
        };
    }

    private static Target Close(Target target, int end) => target is { Dialog: null, Step: FlatList<Step>.End } ? Target.ToStep(end) : target;

    private static Target? Close(Target? target, int end) => target is { } known ? Close(known, end) : null;
}
