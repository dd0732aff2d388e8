using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking;

/// <summary>A number is compared with one that it can be: beyond its bounds the comparison is decided before anybody has spoken.</summary>
internal sealed class BoundsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var use in reading.Draft.Expressions)
        {
            foreach (var (left, sign, right) in use.Expression.Analysis.Comparisons)
            {
                Check(use, left, sign, right, reading);
                if (sign != "in")
                {
                    Check(use, right, Turned(sign), left, reading);
                }
            }
        }
    }

    private static void Check(ExpressionUse use, ComparedValue side, string sign, ComparedValue other, ReadingContext reading)
    {
        if (side.Field is not { } field || NumberBounds.Of(field.Name, use, reading.Draft) is not { } bounds || other.Literals.Count == 0
            || other.Literals.Any(literal => literal.Kind != ValueKind.Number))
        {
            return;
        }

        var holds = other.Literals.Select(literal => bounds.Decide(sign, literal.AsNumber())).ToList();
        if (holds.TrueForAll(one => one == false) || (sign != "in" && holds[0] == true))
        {
            reading.Findings.Warning(
                FindingCodes.UnknownValue,
                use.PositionOf(other.Start),
                $"'{field.Name}' is {bounds}: this {(holds[0] == true ? "always" : "never")} holds.",
                NumberBounds.IsOfSystem(field.Name) ? "Compare it with a number that it can be." : "Compare it with a number that it can be, or change the variable's 'min' and 'max'.");
        }
    }

    private static string Turned(string sign) => sign switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => sign,
    };
}
