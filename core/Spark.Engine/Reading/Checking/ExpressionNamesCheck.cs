using Spark.Engine.Reading.Drafts;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>Expressions name only what is declared.</summary>
internal sealed class ExpressionNamesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        if (!draft.HasBotFile)
        {
            return;
        }

        var values = draft.Variables.Values.SelectMany(variable => variable.Values).ToHashSet(StringComparer.Ordinal);
        foreach (var use in draft.Expressions)
        {
            CheckBindings(use, reading.Findings);
            CheckSystem(use, reading.Findings);
        }

        var results = draft.Dialogs.ToDictionary(dialog => dialog.Id, dialog => dialog.Result, StringComparer.Ordinal);
        foreach (var use in draft.Expressions.Where(use => !use.Scope.SeesResult))
        {
            foreach (var name in use.Names)
            {
                if (use.Scope.ResultsOf is { } visited && (!results.TryGetValue(visited, out var given) || given.Contains(name.Name, StringComparer.Ordinal)))
                {
                    continue;
                }

                if (!draft.Variables.ContainsKey(name.Name) && !use.Scope.Names.Contains(name.Name) && !ExpressionScope.Known.Contains(name.Name))
                {
                    Refuse(use, name, values, reading);
                }
            }
        }
    }

    private static void CheckBindings(ExpressionUse use, FindingBag findings)
    {
        foreach (var variable in use.Expression.Analysis.Variables)
        {
            findings.Error(
                FindingCodes.UndeclaredName,
                use.PositionOf(variable.Start),
                $"'${variable.Name}' is bound nowhere in this expression.",
                "Variables of the bot are named without a dollar sign; functions need their right name.");
        }
    }

    private static void CheckSystem(ExpressionUse use, FindingBag findings)
    {
        foreach (var path in use.Expression.Analysis.Fields.Where(path => path.Name.StartsWith("sys.", StringComparison.Ordinal)))
        {
            if (SystemNames.FindUnknown(path.Name) is { } unknown)
            {
                findings.Error(
                    FindingCodes.UndeclaredName,
                    use.PositionOf(path.Start),
                    $"'{unknown.Owner}' has no '{unknown.Name}'.",
                    NearestName.Suggest(unknown.Name, unknown.Known, $"It has {string.Join(", ", unknown.Known)}."));
            }
        }
    }

    private static void Refuse(ExpressionUse use, NamedReference name, HashSet<string> values, ReadingContext reading)
    {
        var isWholeExpression = use.Expression.Text.Trim() == name.Name;
        var known = reading.Draft.Variables.Keys.Concat(use.Scope.Names).Concat(ExpressionScope.Known);
        var near = NearestName.Find(name.Name, known);
        reading.Draft.Misnamed.Add(use.Expression);
        if (near is not null)
        {
            reading.Draft.UsedVariables.Add(near);
        }

        reading.Findings.Error(
            FindingCodes.UndeclaredName,
            use.PositionOf(name.Start),
            $"'{name.Name}' names nothing declared.",
            near is null && (isWholeExpression || values.Contains(name.Name)) || values.Contains(name.Name)
                ? $"Did you mean the text \"{name.Name}\"? In YAML: '\"{name.Name}\"'."
                : NearestName.Remedy(near, "Declare it in bot.yaml under 'variables', or put a text in double quotes."));
    }
}
