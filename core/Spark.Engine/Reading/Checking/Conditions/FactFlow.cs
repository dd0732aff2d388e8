using System.Collections.Immutable;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking.Conditions;

/// <summary>
/// What is known of conditions at each step of a dialog or an action dialog: how they came out on every way that leads there, as far as
/// nothing on the way could change what they look at.
/// </summary>
internal sealed class FactFlow
{
    private readonly BotDraft draft;
    private readonly ImmutableHashSet<Fact>?[] known;
    private readonly Queue<int> open = new();

    private FactFlow(BotDraft draft, int count)
    {
        this.draft = draft;
        known = new ImmutableHashSet<Fact>?[count];
    }

    /// <summary>For each step; null for one to which no way leads.</summary>
    public static IReadOnlyList<ImmutableHashSet<Fact>?> Of(Dialog dialog, BotDraft draft)
    {
        var flow = new FactFlow(draft, dialog.Steps.Count);
        flow.Run(index => flow.Follow(dialog.Steps[index], flow.known[index]!));
        return flow.known;
    }

    /// <summary>For each step of an action dialog; null for one to which no way leads.</summary>
    public static IReadOnlyList<ImmutableHashSet<Fact>?> Of(ActionDialog action, BotDraft draft)
    {
        var flow = new FactFlow(draft, action.Deeds.Count);
        flow.Run(index => flow.Follow(action.Deeds[index], flow.known[index]!));
        return flow.known;
    }

    private void Run(Action<int> follow)
    {
        Enter(0, []);
        while (open.TryDequeue(out var index))
        {
            follow(index);
        }
    }

    private void Follow(Step step, ImmutableHashSet<Fact> facts)
    {
        if (step is WhenStep branch)
        {
            Enter(branch.Then, facts.Add(new(branch.Condition, Holds: true)));
            Enter(branch.Otherwise ?? Target.ToStep(branch.Next), facts.Add(new(branch.Condition, Holds: false)));
            return;
        }

        var kept = step switch
        {
            SayStep { AllButtons: [] } => facts,
            SetStep set => Without(facts, [.. set.Assignments.Select(assignment => assignment.Name)]),
            ClearStep clear => Without(facts, clear.Variables),
            _ => [],
        };
        foreach (var target in StepLinks.All(step))
        {
            Enter(target, kept);
        }
    }

    private void Follow(Deed deed, ImmutableHashSet<Fact> facts)
    {
        if (deed is WhenDeed branch)
        {
            Enter(branch.Then, facts.Add(new(branch.Condition, Holds: true)));
            Enter(branch.Otherwise ?? branch.Next, facts.Add(new(branch.Condition, Holds: false)));
            return;
        }

        var kept = deed is SetDeed set ? Without(facts, [.. set.Assignments.Select(assignment => assignment.Name)]) : [];
        foreach (var next in DeedLinks.All(deed))
        {
            Enter(next, kept);
        }
    }

    // A variable that changes may be answered by a dialog, which does what it likes.
    private ImmutableHashSet<Fact> Without(ImmutableHashSet<Fact> facts, IReadOnlyList<string> changed) =>
        changed.Any(draft.Changed.ContainsKey)
            ? []
            : facts.Except(facts.Where(fact => fact.Condition.Analysis.Fields.Any(field => changed.Contains(field.Name.Split('.')[0], StringComparer.Ordinal))));

    private void Enter(Target target, ImmutableHashSet<Fact> facts)
    {
        if (target.Dialog is null)
        {
            Enter(target.Step, facts);
        }
    }

    private void Enter(int index, ImmutableHashSet<Fact> facts)
    {
        if (index >= known.Length)
        {
            return;
        }

        var common = known[index]?.Intersect(facts) ?? facts;
        if (known[index]?.Count != common.Count)
        {
            known[index] = common;
            open.Enqueue(index);
        }
    }
}
