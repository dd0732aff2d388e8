using Spark.Expressions.Evaluation;

namespace Spark.Expressions.Functions;

/// <summary>Functions from an array to one number.</summary>
internal static class Aggregates
{
    public static readonly NativeCell[] Functions =
    [
        new("sum", "<a<n>:n>", 1, (in Invocation call, Value[] arguments) => Fold(call, arguments[0], 0, (sum, next) => sum + next)),
        new("count", "<a:n>", 1, Count),
        new("max", "<a<n>:n>", 1, (in Invocation call, Value[] arguments) => Fold(call, arguments[0], null, Math.Max)),
        new("min", "<a<n>:n>", 1, (in Invocation call, Value[] arguments) => Fold(call, arguments[0], null, Math.Min)),
        new("average", "<a<n>:n>", 1, Average),
    ];

    private static Value Count(in Invocation call, Value[] arguments) => Value.From(arguments[0].List?.Count ?? 0);

    // Without a start, an empty array has no answer.
    private static Value Fold(in Invocation call, Value numbers, double? start, Func<double, double, double> step)
    {
        if (numbers.List is not { } list || (list.Count == 0 && start is null))
        {
            return default;
        }

        call.Context.Charge(list.Count);
        var items = list.Span;
        var result = start ?? items[0].AsNumber();
        foreach (var item in items)
        {
            result = step(result, item.AsNumber());
        }

        return Value.From(result);
    }

    private static Value Average(in Invocation call, Value[] arguments) => arguments[0].List is { Count: > 0 } list
        ? Value.From(Fold(call, arguments[0], 0, (sum, next) => sum + next).AsNumber() / list.Count)
        : default;
}
