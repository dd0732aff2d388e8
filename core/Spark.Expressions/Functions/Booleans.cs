using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions that answer yes or no.</summary>
internal static class Booleans
{
    public static readonly NativeCell[] Functions =
    [
        new("boolean", "<x-:b>", 1, (in Invocation call, Value[] arguments) => Convert(arguments[0], isNegated: false, call)),
        new("not", "<x-:b>", 1, (in Invocation call, Value[] arguments) => Convert(arguments[0], isNegated: true, call)),
        new("exists", "<x:b>", 1, (in Invocation call, Value[] arguments) => Value.From(!arguments[0].IsUndefined)),
    ];

    private static Value Convert(Value value, bool isNegated, in Invocation call)
    {
        // An array of one missing value is as good as missing.
        while (value.List is { Count: 1 } list)
        {
            value = list[0];
        }

        return value.IsUndefined ? default : Value.From(Truth.Of(value, call.Context) != isNegated);
    }
}
