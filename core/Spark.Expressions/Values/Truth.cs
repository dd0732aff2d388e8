using Spark.Expressions.Evaluation;

namespace Spark.Expressions.Values;

/// <summary>The language's conversion to boolean.</summary>
internal static class Truth
{
    public static bool Of(Value value, EvaluationContext? context = null)
    {
        // A loop, not a recursion: an array of one is what its item is.
        while (true)
        {
            switch (value.Kind)
            {
                case ValueKind.Boolean:
                    return value.AsBoolean();
                case ValueKind.Number:
                    return Numbers.IsNumeric(value) && value.AsNumber() != 0;
                case ValueKind.String:
                    return value.AsString().Length > 0;
                case ValueKind.Object:
                    return value.Map!.Fields.Count > 0;
                case ValueKind.Array when value.List!.Count == 1:
                    value = value.List[0];
                    continue;
                case ValueKind.Array:
                    return Any(value.List!, 0, context);
                default:
                    return false;
            }
        }
    }

    private static bool Any(ArrayCell list, int depth, EvaluationContext? context)
    {
        Nesting.Check(depth);
        context?.Charge(list.Count);
        foreach (var item in list.Span)
        {
            if (item.List is { Count: > 1 } inner ? Any(inner, depth + 1, context) : Of(item, context))
            {
                return true;
            }
        }

        return false;
    }
}
