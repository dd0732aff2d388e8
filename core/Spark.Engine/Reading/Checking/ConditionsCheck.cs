using System.Collections.Immutable;
using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A condition can be true and can be false, and a check looks at the answer.</summary>
internal sealed class ConditionsCheck : ICheck
{
    private const string HowToCompare = "Compare something: a = \"b\", a != \"b\", a > 3, a in [\"b\", \"c\"].";

    public void Run(ReadingContext reading)
    {
        foreach (var use in Conditions(reading.Draft).Select(reading.Draft.UseOf).OfType<ExpressionUse>())
        {
            if (use.Expression.Analysis is { ResultKind: ValueKind.String or ValueKind.Function or ValueKind.Array or ValueKind.Object } analysis && !Selects(analysis.ResultKind, analysis.MayBeUndefined))
            {
                reading.Findings.Warning(
                    FindingCodes.NoCondition,
                    use.Scalar.At,
                    $"This is {VariableKinds.Name(analysis.ResultKind.Value)} and no condition: it holds whatever the conversation.",
                    HowToCompare + " '&' joins texts, and 'and' joins conditions.");
            }
            else if (Constant(use.Expression) is { } always)
            {
                reading.Findings.Warning(
                    FindingCodes.NoCondition,
                    use.Scalar.At,
                    $"This is always {(always ? "true" : "false")}, whatever the conversation.",
                    HowToCompare + " Write true or false alone where that is meant.");
            }
        }

        foreach (var ask in reading.Draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<AskStep>())
        {
            if (ask is { Check: { } check, Into.Length: > 0 } && reading.Draft.UseOf(check) is { } use && !use.Names.Any(name => name.Name == ask.Into) && Constant(check) is null)
            {
                reading.Findings.Warning(
                    FindingCodes.BlindCheck,
                    use.Scalar.At,
                    $"This check does not look at the answer, which is in '{ask.Into}'.",
                    $"Name '{ask.Into}' in it, or make it a 'when' of its own.");
            }
        }
    }

    // What it comes to without knowing anything. A bare true or false was meant so: for a while, or for good.
    private static bool? Constant(Expression condition)
    {
        if (condition.Analysis.Literal.Kind == ValueKind.Boolean)
        {
            return null;
        }

        try
        {
            return condition.Decide(Value.Object([]), ImmutableHashSet<string>.Empty);
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    // A function's result may be empty, which is false.
    private static bool Selects(ValueKind? kind, bool mayBeUndefined) => mayBeUndefined && kind != ValueKind.Function;

    private static IEnumerable<Expression> Conditions(BotDraft draft) =>
        draft.Dialogs.Select(dialog => dialog.TriggerWhen).OfType<Expression>()
            .Concat(draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<WhenStep>().Select(step => step.Condition))
            .Concat(draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<AskStep>().Select(step => step.Check).OfType<Expression>())
            .Concat(draft.Actions.SelectMany(action => action.Deeds).OfType<WhenDeed>().Select(deed => deed.Condition))
            .Concat(draft.Actions.SelectMany(action => action.Deeds).OfType<AwaitingDeed>().SelectMany(deed => deed.Outcomes).Select(rule => rule.Holds));
}
