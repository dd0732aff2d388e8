using Spark.Engine.Reading.Drafts;
using Spark.Expressions;

namespace Spark.Engine.Reading.Checking;

/// <summary>Only objects have fields, and nothing has methods.</summary>
internal static class MembersCheck
{
    public static void Check(ExpressionUse use, ReadingContext reading)
    {
        foreach (var method in use.Expression.Analysis.Methods)
        {
            reading.Findings.Error(
                FindingCodes.UndeclaredName,
                use.PositionOf(method.Start),
                $"Nothing has a method '{method.Name}'.",
                NearestName.Find(method.Name, Expression.FunctionNames) is { } function
                    ? $"Functions take what they work on in brackets: ${function}(…)."
                    : "Functions begin with a dollar sign and take what they work on in brackets, such as $contains(name, \"part\"); docs/expressions.md names them.");
        }

        foreach (var path in use.Expression.Analysis.Fields.Where(path => path.Name.Contains('.', StringComparison.Ordinal)))
        {
            var names = path.Name.Split('.', 3);
            if (FieldKinds.Variable(names[0], use, reading.Draft) is { } variable && VariableKinds.Of(variable) is ValueKind.String or ValueKind.Number or ValueKind.Boolean)
            {
                var function = Expression.FunctionNames.FirstOrDefault(name => string.Equals(name, names[1], StringComparison.OrdinalIgnoreCase));
                if (variable.Type == "text" && function is null)
                {
                    // Into a text a file may be answered, too.
                    continue;
                }

                reading.Findings.Error(
                    FindingCodes.UndeclaredName,
                    use.PositionOf(path.Start),
                    $"'{names[0]}' is of type {variable.Type} and has no '{names[1]}'.",
                    function is null ? $"Write '{names[0]}' alone: only objects have fields." : $"Write ${function}({names[0]}).");
            }
        }
    }
}
