using System.Runtime.CompilerServices;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>What a sequence stands for.</summary>
internal static class Sequences
{
    /// <summary>A sequence of one item is that item, one of none is undefined; anything else is itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Collapse(Value value) => value.List is { IsSequence: true } list ? Collapse(list, value) : value;

    /// <summary>The items that a value stands for in a loop: an array's own, or the value alone.</summary>
    public static ArrayCell ListOf(Value value) => value.List ?? ArrayCell.SequenceOf(value);

    /// <summary>The input as it was given, when it was wrapped to count as one context.</summary>
    public static Value Unwrap(Value value) => value.List is { Count: > 0 } list && list.Is(ListTraits.OuterWrapper) ? list[0] : value;

    /// <summary>Marks a sequence so that a single item stays an array.</summary>
    public static Value KeepSingleton(Value value) =>
        value.List is { IsSequence: true } list ? new Value(list.As(list.Traits | ListTraits.KeepSingleton)) : value;

    /// <summary>The same for the result of a path, of which an array that a constructor made is one item.</summary>
    public static Value KeepPathSingleton(Value value) => value.List is { IsSequence: false } list && list.Is(ListTraits.Constructed)
        ? new Value(new ArrayCell([value], ListTraits.Sequence | ListTraits.KeepSingleton))
        : KeepSingleton(value);

    /// <summary>One array of two values, either of which may be an array itself.</summary>
    public static Value Append(Value first, Value second, EvaluationContext context)
    {
        if (first.IsUndefined)
        {
            return second;
        }

        if (second.IsUndefined)
        {
            return first;
        }

        var joined = new ArrayCell(ListTraits.None);
        AddAll(joined, first, context);
        AddAll(joined, second, context);
        return new Value(joined);
    }

    /// <summary>Adds the items of an array, or a value that is none.</summary>
    public static void AddAll(ArrayCell target, Value value, EvaluationContext context)
    {
        if (value.List is { } list)
        {
            context.AddRange(target, list.Span);
        }
        else
        {
            context.Add(target, value);
        }
    }

    private static Value Collapse(ArrayCell list, Value value)
    {
        if (list.IsRows)
        {
            return value;
        }

        return list.Count switch
        {
            0 => default,
            1 when !list.Is(ListTraits.KeepSingleton) => list[0],
            _ => value,
        };
    }
}
