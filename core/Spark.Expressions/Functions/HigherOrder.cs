using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions that take functions.</summary>
internal static class HigherOrder
{
    public static readonly NativeCell[] Functions =
    [
        new("map", "<af>", 2, Map),
        new("filter", "<af>", 2, Filter),
        new("single", "<af?>", 2, Single),
        new("reduce", "<afj?:j>", 3, Reduce),
        new("sift", "<o-f?:o>", 2, Sift),
        new("each", "<o-f:a>", 2, Each),
        new("sort", "<af?:a>", 2, Sort),
    ];

    /// <summary>Calls a function with as many arguments as it can use.</summary>
    public static Value Call(in Invocation call, FunctionCell function, Value first, Value second, Value third)
    {
        Value[] arguments = function.Arity switch
        {
            <= 1 => [first],
            2 => [first, second],
            _ => [first, second, third],
        };
        return call.Context.Apply(function, arguments, Value.Null, call.Frame);
    }

    private static Value Map(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        var function = arguments[1].Function!;
        var result = ArrayCell.Sequence();
        for (var index = 0; index < list.Count; index++)
        {
            var value = Call(call, function, list[index], Value.From(index), arguments[0]);
            if (!value.IsUndefined)
            {
                call.Context.Add(result, value);
            }
        }

        return new Value(result);
    }

    private static Value Filter(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        var function = arguments[1].Function!;
        var result = ArrayCell.Sequence();
        for (var index = 0; index < list.Count; index++)
        {
            if (Truth.Of(Call(call, function, list[index], Value.From(index), arguments[0]), call.Context))
            {
                call.Context.Add(result, list[index]);
            }
        }

        return new Value(result);
    }

    private static Value Single(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        Value? found = null;
        for (var index = 0; index < list.Count; index++)
        {
            call.Context.Step();
            var matches = arguments[1].Function is not { } function
                || Truth.Of(Call(call, function, list[index], Value.From(index), arguments[0]), call.Context);
            if (!matches)
            {
                continue;
            }

            if (found is not null)
            {
                throw Failure.New("D3138", "$single() expects exactly one match, but there are more");
            }

            found = list[index];
        }

        return found ?? throw Failure.New("D3139", "$single() expects exactly one match, but there is none");
    }

    private static Value Reduce(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        var function = arguments[1].Function!;
        if (function.Arity < 2)
        {
            throw Failure.New("D3050", "The function of $reduce must have at least two parameters");
        }

        var start = arguments[2].IsUndefined && list.Count > 0 ? 1 : 0;
        var result = start == 1 ? list[0] : arguments[2];
        for (var index = start; index < list.Count; index++)
        {
            Value[] given = function.Arity switch
            {
                2 => [result, list[index]],
                3 => [result, list[index], Value.From(index)],
                _ => [result, list[index], Value.From(index), arguments[0]],
            };
            result = call.Context.Apply(function, given, Value.Null, call.Frame);
        }

        return result;
    }

    private static Value Sift(in Invocation call, Value[] arguments)
    {
        if (arguments[0].Map is not { } map || arguments[1].Function is not { } function)
        {
            return default;
        }

        var fields = map.Fields;
        var result = new MapCell();
        for (var index = 0; index < fields.Count; index++)
        {
            call.Context.Step();
            if (Truth.Of(Call(call, function, fields.Values[index], new Value(fields.Names[index]), arguments[0]), call.Context))
            {
                result.Set(fields.Names[index], fields.Values[index]);
            }
        }

        return result.Count == 0 ? default : new Value(result);
    }

    private static Value Each(in Invocation call, Value[] arguments)
    {
        var result = ArrayCell.Sequence();
        if (arguments[0].Map is { } map)
        {
            var fields = map.Fields;
            for (var index = 0; index < fields.Count; index++)
            {
                var value = Call(call, arguments[1].Function!, fields.Values[index], new Value(fields.Names[index]), arguments[0]);
                if (!value.IsUndefined)
                {
                    call.Context.Add(result, value);
                }
            }
        }

        return new Value(result);
    }

    private static Value Sort(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { Count: > 1 } list)
        {
            return arguments[0];
        }

        var items = list.Span.ToArray();
        if (arguments[1].Function is { } function)
        {
            var from = call;
            MergeSort.Sort(items, (left, right) => Truth.Of(from.Context.Apply(function, [left, right], Value.Null, from.Frame), from.Context), call.Context);
        }
        else if (Array.TrueForAll(items, item => item.Kind == ValueKind.String))
        {
            MergeSort.Sort(items, (left, right) => string.CompareOrdinal(left.AsString(), right.AsString()) > 0, call.Context);
        }
        else if (Array.TrueForAll(items, Numbers.IsNumeric))
        {
            MergeSort.Sort(items, (left, right) => left.AsNumber() > right.AsNumber(), call.Context);
        }
        else
        {
            throw Failure.New("D3070", "$sort without a function takes an array of strings or an array of numbers");
        }

        return new Value(new ArrayCell(items));
    }
}
