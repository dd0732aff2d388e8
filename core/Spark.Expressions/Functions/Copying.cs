using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Deep copies, as if a value went through its JSON text.</summary>
internal static class Copying
{
    /// <summary>Copies a value and notes the objects that are new.</summary>
    public static Value Copy(Value value, EvaluationContext context, HashSet<MapCell>? copies) => Copy(value, context, copies, 0);

    private static Value Copy(Value value, EvaluationContext context, HashSet<MapCell>? copies, int depth)
    {
        Nesting.Check(depth);
        context.Step();
        switch (value.Kind)
        {
            case ValueKind.Number:
                return Numbers.IsNumeric(value) ? Value.From(NumberText.Round15(value.AsNumber())) : Value.Null;
            case ValueKind.Function:
                return new Value("");
            case ValueKind.Undefined:
                return Value.Null;
            case ValueKind.Array:
                var list = new ArrayCell(ListTraits.None);
                foreach (var item in value.List!.Span)
                {
                    list.Add(Copy(item, context, copies, depth + 1));
                }

                return new Value(list);
            case ValueKind.Object:
                var fields = value.Map!.Fields;
                var map = new MapCell(fields.Count);
                for (var index = 0; index < fields.Count; index++)
                {
                    map.Set(fields.Names[index], Copy(fields.Values[index], context, copies, depth + 1));
                }

                copies?.Add(map);
                return new Value(map);
            default:
                return value;
        }
    }
}
