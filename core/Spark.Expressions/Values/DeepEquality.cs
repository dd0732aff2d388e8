using Spark.Expressions.Evaluation;

namespace Spark.Expressions.Values;

/// <summary>Deep equality, and the hash that goes with it.</summary>
internal static class DeepEquality
{
    public static bool Equal(Value left, Value right, int depth, EvaluationContext? context = null)
    {
        if (left.Cell is string text)
        {
            return right.Cell is string other && string.Equals(text, other, StringComparison.Ordinal);
        }

        if (ReferenceEquals(left.Cell, right.Cell))
        {
            return left.AsNumber().Equals(right.AsNumber());
        }

        return left.Cell switch
        {
            ArrayCell list when right.Cell is ArrayCell other => EqualLists(list, other, depth + 1, context),
            ObjectCell map when right.Cell is ObjectCell other => EqualMaps(map.Fields, other.Fields, depth + 1, context),
            _ => false,
        };
    }

    public static int Hash(Value value, int depth, EvaluationContext? context = null)
    {
        Nesting.Check(depth);
        context?.Step();
        switch (value.Cell)
        {
            case string text:
                return string.GetHashCode(text, StringComparison.Ordinal);
            case ArrayCell list:
                var hash = 17;
                foreach (var item in list.Span)
                {
                    hash = HashCode.Combine(hash, Hash(item, depth + 1, context));
                }

                return hash;
            case ObjectCell map:
                // A sum, for the order of fields does not count.
                var sum = 19;
                var fields = map.Fields;
                for (var index = 0; index < fields.Count; index++)
                {
                    sum += HashCode.Combine(string.GetHashCode(fields.Names[index], StringComparison.Ordinal), Hash(fields.Values[index], depth + 1, context));
                }

                return sum;
            default:
                return HashCode.Combine(value.Kind, value.AsNumber());
        }
    }

    private static bool EqualLists(ArrayCell left, ArrayCell right, int depth, EvaluationContext? context)
    {
        Nesting.Check(depth);
        context?.Charge(left.Count);
        if (left.Count != right.Count)
        {
            return false;
        }

        var others = right.Span;
        var items = left.Span;
        for (var index = 0; index < items.Length; index++)
        {
            if (!Equal(items[index], others[index], depth, context))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EqualMaps(MapCell left, MapCell right, int depth, EvaluationContext? context)
    {
        Nesting.Check(depth);
        context?.Charge(left.Count);
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var index = 0; index < left.Count; index++)
        {
            if (!right.TryGet(left.Names[index], out var other) || !Equal(left.Values[index], other, depth, context))
            {
                return false;
            }
        }

        return true;
    }
}
