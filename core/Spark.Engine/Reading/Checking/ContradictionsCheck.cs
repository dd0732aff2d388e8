using System.Collections.Immutable;
using System.Globalization;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Checking.Conditions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A condition does not contradict itself, nor what was decided on the way to it.</summary>
internal sealed class ContradictionsCheck : ICheck
{
    private const string HowToMend = "A value is one thing at a time: join what may be with 'or' or in a list, a in [\"b\", \"c\"]; and what must not be with 'and'.";

    public void Run(ReadingContext reading)
    {
        foreach (var dialog in reading.Draft.Dialogs)
        {
            CheckAlone(dialog.TriggerWhen, reading);
            var facts = dialog.Steps.Count(step => step is WhenStep) > 1 ? FactFlow.Of(dialog, reading.Draft) : [];
            for (var i = 0; i < dialog.Steps.Count; i++)
            {
                switch (dialog.Steps[i])
                {
                    case WhenStep branch:
                        CheckBranch(branch.Condition, branch.Otherwise is not null, facts.Count == 0 ? null : facts[i], reading);
                        break;
                    case AskStep ask:
                        CheckAlone(ask.Check, reading);
                        break;
                }
            }
        }

        foreach (var action in reading.Draft.Actions)
        {
            var facts = action.Deeds.Count(deed => deed is WhenDeed) > 1 ? FactFlow.Of(action, reading.Draft) : [];
            for (var i = 0; i < action.Deeds.Count; i++)
            {
                switch (action.Deeds[i])
                {
                    case WhenDeed branch:
                        CheckBranch(branch.Condition, branch.Otherwise is not null, facts.Count == 0 ? null : facts[i], reading);
                        break;
                    case AwaitingDeed deed:
                        CheckOutcomes(deed.Outcomes, reading);
                        break;
                }
            }
        }
    }

    // Of what was said of a line already, this would be the same said twice.
    private static ExpressionUse? UseOf(Expression condition, ReadingContext reading) =>
        reading.Draft.UseOf(condition) is { } use && !reading.Draft.Misnamed.Contains(condition) && !reading.Findings.IsReportedIn(use.Scalar.At)
            && condition.Analysis.Literal.IsUndefined
            ? use
            : null;

    private static bool CheckAlone(Expression? condition, ReadingContext reading)
    {
        if (condition is null || UseOf(condition, reading) is not { } use)
        {
            return false;
        }

        // Claims of different fields do not contradict each other; what one alone can be, the checks of kinds, words and bounds say.
        if (condition.Formula.Claims.Count == condition.Formula.Keys.Count)
        {
            return true;
        }

        var canHold = Scenarios.CanBe([new(condition, Holds: true)], use, reading.Draft);
        if (canHold && Scenarios.CanBe([new(condition, Holds: false)], use, reading.Draft, isKnown: true))
        {
            return true;
        }

        reading.Findings.Warning(
            FindingCodes.Contradiction,
            use.Scalar.At,
            canHold ? "This always holds, whatever the values are." : "This never holds: its parts exclude each other.",
            HowToMend);
        return false;
    }

    private static void CheckBranch(Expression condition, bool hasOtherwise, ImmutableHashSet<Fact>? facts, ReadingContext reading)
    {
        if (!CheckAlone(condition, reading) || facts is null || UseOf(condition, reading) is not { } use)
        {
            return;
        }

        var near = Scenarios.Around(condition, [.. facts.Where(fact => UseOf(fact.Condition, reading) is not null)]);
        if (near.Count == 0)
        {
            return;
        }

        // Where no way leads, anything could be said; the condition that shuts the way has been told.
        bool IsReached() => Scenarios.CanBe(near, use, reading.Draft);
        if (!Scenarios.CanBe([.. near, new(condition, Holds: true)], use, reading.Draft) && IsReached())
        {
            Report(use, $"This never holds here: {Lines(near, reading)} before.", "Mend one of the conditions, or delete this one with what stands in its 'then'.", reading);
        }
        else if (hasOtherwise && !Scenarios.CanBe([.. near, new(condition, Holds: false)], use, reading.Draft) && IsReached())
        {
            Report(use, $"This always holds here: {Lines(near, reading)} before, and nothing comes to its 'otherwise'.", "Mend one of the conditions, or leave this one out and write what stands in its 'then' alone.", reading);
        }
    }

    private static void CheckOutcomes(IReadOnlyList<OutcomeRule> rules, ReadingContext reading)
    {
        var earlier = new List<Fact>();
        foreach (var rule in rules)
        {
            if (CheckAlone(rule.Holds, reading) && UseOf(rule.Holds, reading) is { } use)
            {
                var near = Scenarios.Around(rule.Holds, earlier);
                if (near.Count > 0 && !Scenarios.CanBe([.. near, new(rule.Holds, Holds: true)], use, reading.Draft))
                {
                    Report(use, $"The outcome '{rule.Outcome}' never comes: {Lines(near, reading)} before, and the first outcome that holds is taken.", "Put the narrower condition first, or mend one of them.", reading);
                }
            }

            earlier.Add(new(rule.Holds, Holds: false));
        }
    }

    private static void Report(ExpressionUse use, string message, string remedy, ReadingContext reading) =>
        reading.Findings.Warning(FindingCodes.DecidedBefore, use.Scalar.At, message, remedy);

    private static string Lines(IReadOnlyList<Fact> facts, ReadingContext reading)
    {
        var lines = facts.Select(fact => reading.Draft.UseOf(fact.Condition)?.Scalar.At.Line ?? 0).Where(line => line > 0).Distinct().Order()
            .Select(line => line.ToString(CultureInfo.InvariantCulture)).ToList();
        return lines.Count == 1 ? $"line {lines[0]} decides it" : $"lines {string.Join(", ", lines.SkipLast(1))} and {lines[^1]} decide it";
    }
}
