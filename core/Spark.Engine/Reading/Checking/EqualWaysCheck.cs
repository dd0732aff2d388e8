using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>The two ways of a condition lead to two places.</summary>
internal sealed class EqualWaysCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var dialog in reading.Draft.Dialogs)
        {
            foreach (var branch in dialog.Steps.OfType<WhenStep>())
            {
                var otherwise = branch.Otherwise ?? Target.ToStep(branch.Next);
                Check(branch.At, PlaceOf(branch.Then, dialog), PlaceOf(otherwise, dialog), reading.Findings);
            }
        }

        foreach (var action in reading.Draft.Actions)
        {
            foreach (var branch in action.Deeds.OfType<WhenDeed>())
            {
                Check(branch.At, PlaceOf(branch.Then, action), PlaceOf(branch.Otherwise ?? branch.Next, action), reading.Findings);
            }

            foreach (var deed in action.Deeds.OfType<AwaitingDeed>())
            {
                CheckOutcomes(deed, reading.Findings);
            }
        }
    }

    private static void Check(SourceLocation at, Place one, Place other, FindingBag findings)
    {
        // Of a condition of which something was said, this would only say that it does nothing.
        if (one == other && !findings.IsReportedIn(at))
        {
            findings.Warning(
                FindingCodes.EqualWays,
                at,
                $"Whether this holds or not, {(one.Dialog is { } name ? $"it goes to '{name}'" : one.Ending is not null ? "it ends the same" : "it goes on with the same step")}.",
                "Let its two ways lead to two places, or leave the condition out.");
        }
    }

    private static void CheckOutcomes(AwaitingDeed deed, FindingBag findings)
    {
        if (deed is { Otherwise: { } otherwise, Outcomes: [var first, ..] outcomes } && outcomes.All(rule => rule.Outcome == otherwise) && !findings.IsReportedIn(first.At))
        {
            findings.Warning(
                FindingCodes.EqualWays,
                first.At,
                $"Whatever comes of this step, it ends '{otherwise}': what went wrong cannot be told from what went well.",
                "Let 'otherwise' end in another outcome, such as failed, or leave 'outcomes' out.");
        }
    }

    private static Place PlaceOf(Target target, Dialog dialog) =>
        target.Dialog is { } other ? new(other, null, null, 0)
            : target.Step >= dialog.Steps.Count ? new(null, null, null, target.Step)
            : dialog.Steps[target.Step] switch
            {
                GotoStep go => new(go.Dialog, null, null, 0),
                EndStep end => new(null, end.Outcome.ToString(), $"{end.Reason}/{end.Type}", 0),
                _ => new(null, null, null, target.Step),
            };

    private static Place PlaceOf(int deed, ActionDialog action) =>
        deed < action.Deeds.Count && action.Deeds[deed] is FinishDeed finish ? new(null, finish.Outcome, null, 0) : new(null, null, null, deed);

    private readonly record struct Place(string? Dialog, string? Ending, string? Reason, int Step);
}
