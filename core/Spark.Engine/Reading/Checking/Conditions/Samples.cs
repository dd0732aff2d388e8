using Spark.Engine.Reading.Drafts;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Checking.Conditions;

/// <summary>
/// Values that stand for all that a field can be, as far as its claims can tell them apart: each literal that it is compared with, and
/// what lies below, between and above them. A value too many makes the checker say less, never something wrong.
/// </summary>
internal static class Samples
{
    // Sorts behind every text that is written, and right behind one.
    private const string Last = "\uFFFF";
    private const string Behind = "\u0001";

    public static IReadOnlyList<Value> Of(string field, IEnumerable<Claim> claims, ExpressionUse use, BotDraft draft)
    {
        var literals = claims.SelectMany(claim => claim.Literals).Distinct().ToList();
        var kind = FieldKinds.Of(field, use, draft);
        var values = new List<Value> { Value.Undefined };
        if (kind is null or ValueKind.Boolean or ValueKind.Object or ValueKind.Array)
        {
            values.AddRange([Value.From(true), Value.From(false)]);
        }

        if (kind is null or ValueKind.Number)
        {
            values.AddRange(Numbers(literals, NumberBounds.Of(field, use, draft)));
        }

        if (kind is null or ValueKind.String)
        {
            values.AddRange(Texts(literals, FieldKinds.Variable(field, use, draft) is { Type: "choice" } choice ? choice.Values : null));
        }

        if (kind is null)
        {
            values.AddRange(literals.Where(literal => literal.Kind == ValueKind.Null));
        }

        return values;
    }

    private static IEnumerable<Value> Numbers(IEnumerable<Value> literals, NumberBounds? bounds)
    {
        var marks = literals.Where(literal => literal.Kind == ValueKind.Number).Select(literal => literal.AsNumber()).Append(0).Order().ToList();
        var between = marks.Zip(marks.Skip(1), (low, high) => bounds is { IsWhole: true } && low + 1 < high ? Math.Floor(low) + 1 : (low + high) / 2);
        return marks.Concat(between).Append(marks[0] - 1).Append(marks[^1] + 1).Where(number => bounds?.CanBe(number) != false).Select(number => Value.From(number));
    }

    private static IEnumerable<Value> Texts(IEnumerable<Value> literals, IReadOnlyList<string>? words)
    {
        var marks = literals.Where(literal => literal.Kind == ValueKind.String).Select(literal => literal.AsString());
        return (words is null ? marks.SelectMany(mark => new[] { mark, mark + Behind }).Concat(["", Last]) : marks.Concat(words)).Select(text => Value.From(text));
    }
}
