using Spark.Engine.Reading.Drafts;

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
        foreach (var use in draft.Expressions.Where(use => !use.Scope.SeesResult))
        {
            foreach (var name in use.Names)
            {
                if (!draft.Variables.ContainsKey(name.Name) && !use.Scope.Names.Contains(name.Name) && !ExpressionScope.Known.Contains(name.Name))
                {
                    Refuse(use, name, values, reading);
                }
            }
        }
    }

    private static void Refuse(ExpressionUse use, ScopeName name, HashSet<string> values, ReadingContext reading)
    {
        var isWholeExpression = use.Text.Trim() == name.Name;
        var known = reading.Draft.Variables.Keys.Concat(use.Scope.Names).Concat(ExpressionScope.Known);
        var near = NearestName.Find(name.Name, known);
        reading.Findings.Error(
            FindingCodes.UndeclaredName,
            use.PositionOf(name.Position),
            $"'{name.Name}' names nothing declared.",
            near is null && (isWholeExpression || values.Contains(name.Name)) || values.Contains(name.Name)
                ? $"Did you mean the text \"{name.Name}\"? In YAML: '\"{name.Name}\"'."
                : NearestName.Suggest(name.Name, known, "Declare it in bot.yaml under 'variables', or put a text in double quotes."));
    }
}
