using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Values;
using Spark.Expressions;
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
            CheckBindings(use, reading);
            MembersCheck.Check(use, reading);
            CheckSystem(use, reading.Findings);
            if (ReferenceEquals(use.Scope.Result, ResultFields.OfOffloads))
            {
                CheckTicket(use, reading.Findings);
            }
        }

        // A name that is none falls apart in an expression: what its pieces name follows from that.
        var broken = draft.Variables.Keys.Where(name => name.Length > 0 && !Names.Variable().IsMatch(name)).ToList();
        var results = draft.Dialogs.ToDictionary(dialog => dialog.Id, dialog => dialog.Result, StringComparer.Ordinal);
        foreach (var use in draft.Expressions.Where(use => !use.Scope.SeesAnything && !broken.Exists(name => use.Expression.Text.Contains(name, StringComparison.Ordinal))))
        {
            foreach (var name in use.Names)
            {
                if (use.Scope.ResultsOf is { } visited && (!results.TryGetValue(visited, out var given) || given.Contains(name.Name, StringComparer.Ordinal)))
                {
                    continue;
                }

                if (!draft.Variables.ContainsKey(name.Name) && !use.Scope.Names.Contains(name.Name) && !use.Scope.IsOfResult(name.Name) && !ExpressionScope.Known.Contains(name.Name))
                {
                    Refuse(use, name, values, reading);
                }
            }
        }
    }

    private static void CheckBindings(ExpressionUse use, ReadingContext reading)
    {
        foreach (var variable in use.Expression.Analysis.Variables)
        {
            reading.Findings.Error(
                FindingCodes.UndeclaredName,
                use.PositionOf(variable.Start),
                $"'${variable.Name}' is bound nowhere in this expression.",
                NearestName.Find(variable.Name, reading.Draft.Variables.Keys) is { } meant
                    ? $"Did you mean '{meant}'? Variables of the bot are named without a dollar sign."
                    : NearestName.Find(variable.Name, Expression.FunctionNames) is { } function
                        ? $"Did you mean '${function}'? docs/expressions.md names the functions."
                        : "Variables of the bot are named without a dollar sign; docs/expressions.md names the functions.");
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

    private static bool IsCalled(ExpressionUse use, NamedReference name) => use.Expression.Text.Contains($"{name.Name}(", StringComparison.Ordinal);

    private static string PathAt(ExpressionUse use, NamedReference name) =>
        use.Expression.Analysis.Fields.First(path => path.Start == name.Start && path.Name.Split('.')[0] == name.Name).Name;

    // The ticket that a provider gives has the same fields everywhere.
    private static void CheckTicket(ExpressionUse use, FindingBag findings)
    {
        foreach (var path in use.Expression.Analysis.Fields.Where(path => path.Name.StartsWith("ticket.", StringComparison.Ordinal)))
        {
            if (SystemNames.FindUnknown($"sys.{path.Name}") is { } unknown)
            {
                findings.Error(
                    FindingCodes.UndeclaredName,
                    use.PositionOf(path.Start),
                    $"'ticket' has no '{unknown.Name}'.",
                    NearestName.Suggest(unknown.Name, unknown.Known, $"It has {string.Join(", ", unknown.Known)}."));
            }
        }
    }

    private static void Refuse(ExpressionUse use, NamedReference name, HashSet<string> values, ReadingContext reading)
    {
        var isWholeExpression = use.Expression.Text.Trim() == name.Name;
        var known = reading.Draft.Variables.Keys.Concat(use.Scope.Names).Concat(use.Scope.Result?.Keys ?? []).Concat(ExpressionScope.Known);
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
            (ChatlayerNames.Remedy(PathAt(use, name)) ?? (IsCalled(use, name) ? ChatlayerNames.Function(name.Name) : null) ?? ExpressionHint.Of(name.Name)) is { } hint
                ? hint
                : near is null && IsCalled(use, name) && Expression.FunctionNames.Contains(name.Name, StringComparer.Ordinal)
                ? $"Functions begin with a dollar sign: ${name.Name}(…)."
                : name.Name is "yes" or "no" && !values.Contains(name.Name)
                ? $"Write {(name.Name == "yes" ? "true" : "false")}; the text would be '\"{name.Name}\"'."
                : near is null && (isWholeExpression || values.Contains(name.Name)) || values.Contains(name.Name)
                ? $"Did you mean the text \"{name.Name}\"? In YAML: '\"{name.Name}\"'."
                : NearestName.Remedy(near, "Declare it in bot.yaml under 'variables', or put a text in double quotes."));
    }
}
