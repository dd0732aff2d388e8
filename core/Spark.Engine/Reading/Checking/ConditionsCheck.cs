using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A condition can be true and can be false, and a check looks at the answer.</summary>
internal sealed class ConditionsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var uses = new Dictionary<Expression, ExpressionUse>();
        foreach (var use in reading.Draft.Expressions)
        {
            uses.TryAdd(use.Expression, use);
        }

        foreach (var condition in Conditions(reading.Draft))
        {
            if (uses.TryGetValue(condition, out var use) && condition.Analysis is { ResultKind: ValueKind.String or ValueKind.Function or ValueKind.Array or ValueKind.Object } analysis && !Selects(analysis.ResultKind, analysis.MayBeUndefined))
            {
                reading.Findings.Warning(
                    FindingCodes.NoCondition,
                    use.Scalar.At,
                    $"This is {VariableKinds.Name(analysis.ResultKind.Value)} and no condition: it holds whatever the conversation.",
                    "Compare something: a = \"b\", a != \"b\", a > 3, a in [\"b\", \"c\"]; '&' joins texts, and 'and' joins conditions.");
            }
        }

        foreach (var ask in reading.Draft.Dialogs.SelectMany(dialog => dialog.Steps).OfType<AskStep>())
        {
            if (ask is { Check: { } check, Into.Length: > 0 } && uses.TryGetValue(check, out var use) && !use.Names.Any(name => name.Name == ask.Into))
            {
                reading.Findings.Warning(
                    FindingCodes.BlindCheck,
                    use.Scalar.At,
                    $"This check does not look at the answer, which is in '{ask.Into}'.",
                    $"Name '{ask.Into}' in it, or make it a 'when' of its own.");
            }
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
