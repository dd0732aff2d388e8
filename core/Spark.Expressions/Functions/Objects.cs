using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions on objects, and on what kind a value is.</summary>
internal static class Objects
{
    public static readonly NativeCell[] Functions =
    [
        new("keys", "<x-:a<s>>", 1, (in Invocation call, Value[] arguments) => Keys(call, arguments[0])),
        new("lookup", "<x-s:x>", 2, (in Invocation call, Value[] arguments) => Lookup.Field(arguments[0], new FieldName(arguments[1].AsString()), call.Context)),
        new("spread", "<x-:a<o>>", 1, (in Invocation call, Value[] arguments) => Spread(call, arguments[0])),
        new("merge", "<a<o>:o>", 1, Merge),
        new("type", "<x:s>", 1, Type),
        new("clone", "<(oa)-:o>", 1, (in Invocation call, Value[] arguments) =>
            arguments[0].IsUndefined ? default : Copying.Copy(Sequences.Unwrap(arguments[0]), call.Context, null)),
    ];

    private static Value Keys(in Invocation call, Value value)
    {
        var names = new MapCell();
        CollectKeys(call.Context, value, names, 0);
        var result = ArrayCell.Sequence();
        foreach (var name in names.Seal().Names)
        {
            result.Add(new Value(name));
        }

        return new Value(result);
    }

    private static void CollectKeys(EvaluationContext context, Value value, MapCell names, int depth)
    {
        Nesting.Check(depth);
        context.Step();
        if (value.List is { } list)
        {
            foreach (var item in list.Span)
            {
                CollectKeys(context, item, names, depth + 1);
            }
        }
        else if (value.Map is { } map)
        {
            context.Charge(map.Fields.Count);
            foreach (var name in map.Fields.Names)
            {
                names.Set(name, Value.Null);
            }
        }
    }

    private static Value Spread(in Invocation call, Value value)
    {
        if (value.List is null && value.Map is null)
        {
            return value;
        }

        var result = ArrayCell.Sequence();
        SpreadInto(call.Context, value, result, 0);

        // Joining arrays, unlike gathering fields, gives a plain array.
        return new Value(value.List is { Count: > 0 } ? result.As(ListTraits.None) : result);
    }

    private static void SpreadInto(EvaluationContext context, Value value, ArrayCell result, int depth)
    {
        Nesting.Check(depth);
        if (value.List is { } list)
        {
            context.Step();
            foreach (var item in list.Span)
            {
                SpreadInto(context, item, result, depth + 1);
            }
        }
        else if (value.Map is { } map)
        {
            var fields = map.Fields;
            for (var index = 0; index < fields.Count; index++)
            {
                var single = new MapCell(1);
                single.Set(fields.Names[index], fields.Values[index]);
                context.Add(result, new Value(single));
            }
        }
        else if (!value.IsUndefined)
        {
            context.Add(result, value);
        }
    }

    private static Value Merge(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        var result = new MapCell();
        foreach (var item in list.Span)
        {
            var fields = item.Map!.Fields;
            call.Context.Charge(fields.Count);
            for (var index = 0; index < fields.Count; index++)
            {
                result.Set(fields.Names[index], fields.Values[index]);
            }
        }

        return new Value(result.Seal());
    }

    private static Value Type(in Invocation call, Value[] arguments) => arguments[0].Kind switch
    {
        ValueKind.Undefined => default,
        ValueKind.Null => new Value("null"),
        ValueKind.Boolean => new Value("boolean"),
        ValueKind.Number when double.IsNaN(arguments[0].AsNumber()) => new Value("object"),
        ValueKind.Number => new Value(Numbers.IsNumeric(arguments[0]) ? "number" : ""),
        ValueKind.String => new Value("string"),
        ValueKind.Array => new Value("array"),
        ValueKind.Object => new Value("object"),
        _ => new Value("function"),
    };
}
