using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>What an action dialog or a visited dialog is given is of the kind that is wanted.</summary>
internal sealed class InputKindsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var actions = draft.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        var dialogs = draft.Dialogs.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal);
        foreach (var step in draft.Dialogs.SelectMany(dialog => dialog.Steps))
        {
            var (with, typeOf) = step switch
            {
                RunStep run when actions.TryGetValue(run.Action, out var action) => (run.With, name => action.Input.GetValueOrDefault(name)),
                VisitStep visit when dialogs.TryGetValue(visit.Dialog, out var dialog) => (visit.With, name => dialog.Locals.GetValueOrDefault(name)?.Type),
                _ => ((IReadOnlyList<Assignment>)[], (Func<string, string?>)(_ => null)),
            };
            foreach (var given in with)
            {
                if (typeOf(given.Name) is { } type && draft.UseOf(given.Value) is { } use)
                {
                    Check(type, given, use, reading);
                }
            }
        }
    }

    private static void Check(string type, Assignment given, ExpressionUse use, ReadingContext reading)
    {
        if (VariableKinds.Of(type) is { } wanted && FieldKinds.Of(use, reading.Draft) is { } kind && kind != wanted && kind != ValueKind.Null && !IsShownAsText(wanted, kind))
        {
            reading.Findings.Warning(
                FindingCodes.WrongValue,
                given.At,
                $"The input '{given.Name}' is of type {type}, and this is {VariableKinds.Name(kind)}.",
                wanted == ValueKind.Number && kind == ValueKind.String ? "Give it a number: without quotes, or by $number(…)." : "Give it a value of its type, or declare the input with another type.");
        }
    }

    private static bool IsShownAsText(ValueKind wanted, ValueKind kind) => wanted == ValueKind.String && kind is ValueKind.Number or ValueKind.Boolean;
}
