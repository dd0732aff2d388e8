using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is read is set somewhere, and what an action dialog asks for is used.</summary>
internal sealed class ValuesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var set = draft.References
            .Where(reference => reference.Kind == ReferenceKind.Variable && !draft.ReadPlaces.Contains(reference.At))
            .Select(reference => reference.Name)
            .Concat(draft.UsedVariables)
            .Concat(draft.Variables.Values.Where(variable => variable.Default.Kind != ValueKind.Undefined).Select(variable => variable.Name))
            .ToHashSet(StringComparer.Ordinal);
        var read = draft.Expressions.SelectMany(use => use.Names, (use, name) => (use, name))
            .Where(item => !item.use.Scope.Names.Contains(item.name.Name) && !item.use.Scope.SeesAnything && !item.use.Scope.IsOfResult(item.name.Name))
            .Select(item => item.name.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var variable in draft.Variables.Values.Where(variable => read.Contains(variable.Name) && !set.Contains(variable.Name)))
        {
            reading.Findings.Warning(
                FindingCodes.NeverSet,
                variable.At,
                $"Nothing ever gives '{variable.Name}' a value, and expressions look at it.",
                "Ask for it, set it, save it from an action, or name it in an example of an intent.");
        }

        var named = draft.Expressions.ToLookup(use => use.Scalar.At.File, StringComparer.Ordinal);
        foreach (var action in draft.Actions)
        {
            CheckInputs(action, named[action.At.File], reading);
        }
    }

    private static void CheckInputs(ActionDialog action, IEnumerable<ExpressionUse> expressions, ReadingContext reading)
    {
        var uses = expressions.SelectMany(use => use.Names).Select(name => name.Name)
            .Concat(action.Deeds.OfType<OffloadDeed>().SelectMany(deed => deed.ShareVariables))
            .Concat(reading.Draft.UsedVariables)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var input in action.Input.Keys.Where(input => !uses.Contains(input)))
        {
            reading.Findings.Warning(
                FindingCodes.UnusedInput,
                reading.Draft.InputPlaces.GetValueOrDefault((action.Id, input), action.At),
                $"The action dialog asks for '{input}' and does nothing with it.",
                "Use it in a step, or take it out of 'input' and of every 'with'.");
        }
    }
}
