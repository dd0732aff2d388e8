using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions from arrays to arrays.</summary>
internal static class Arrays
{
    public static readonly NativeCell[] Functions =
    [
        new("append", "<xx:a>", 2, (in Invocation call, Value[] arguments) => Sequences.Append(arguments[0], arguments[1], call.Context)),
        new("reverse", "<a:a>", 1, Reverse),
        new("shuffle", "<a:a>", 1, Shuffle),
        new("distinct", "<x:x>", 1, Distinct),
        new("zip", "<a+>", 0, Zip),
    ];

    private static Value Reverse(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { Count: > 1 } list)
        {
            return arguments[0];
        }

        call.Context.Charge(list.Count);
        var items = list.Span.ToArray();
        Array.Reverse(items);
        return new Value(new ArrayCell(items));
    }

    private static Value Shuffle(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { Count: > 1 } list)
        {
            return arguments[0];
        }

        call.Context.Charge(list.Count);
        var shuffled = new Value[list.Count];
        for (var index = 0; index < shuffled.Length; index++)
        {
            var other = (int)Math.Min(index, Math.Floor(call.Context.Options.Random() * (index + 1)));
            shuffled[index] = shuffled[other];
            shuffled[other] = list[index];
        }

        return new Value(new ArrayCell(shuffled));
    }

    private static Value Distinct(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { Count: > 1 } list)
        {
            return arguments[0];
        }

        var context = call.Context;
        var seen = new HashSet<Value>(EqualityComparer<Value>.Create(
            (left, right) => DeepEquality.Equal(left, right, 0, context),
            value => DeepEquality.Hash(value, 0, context)));
        var result = new ArrayCell(list.Traits & ListTraits.Sequence);
        foreach (var item in list.Span)
        {
            if (seen.Add(item))
            {
                context.Add(result, item);
            }
        }

        return new Value(result);
    }

    private static Value Zip(in Invocation call, Value[] arguments)
    {
        var length = arguments.Min(argument => argument.List?.Count ?? 0);
        var result = new ArrayCell(ListTraits.None);
        for (var index = 0; index < length; index++)
        {
            call.Context.Charge(arguments.Length);
            call.Context.Add(result, new Value(new ArrayCell(Array.ConvertAll(arguments, argument => argument.List![index]))));
        }

        return new Value(result);
    }
}
