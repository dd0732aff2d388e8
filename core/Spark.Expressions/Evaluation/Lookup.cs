using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>A field by its name: of an object, or of each object in an array.</summary>
internal static class Lookup
{
    public static Value Field(Value input, FieldName name, EvaluationContext context)
    {
        if (input.Map is { } map)
        {
            return map.TryGet(name, out var value) ? value : default;
        }

        return input.List is { } list ? Fields(list, name, context, 0) : default;
    }

    private static Value Fields(ArrayCell list, FieldName name, EvaluationContext context, int depth)
    {
        Nesting.Check(depth);
        var found = ArrayCell.Sequence();
        context.Charge(list.Count);
        foreach (var item in list.Span)
        {
            Value value;
            if (item.Map is { } map)
            {
                map.TryGet(name, out value);
            }
            else
            {
                value = item.List is { } inner ? Fields(inner, name, context, depth + 1) : default;
            }

            if (!value.IsUndefined)
            {
                Sequences.AddAll(found, value, context);
            }
        }

        return new Value(found);
    }
}
