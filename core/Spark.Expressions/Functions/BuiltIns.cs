using System.Collections.Frozen;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>The functions of the language by their names.</summary>
internal static class BuiltIns
{
    private static readonly FrozenDictionary<string, NativeCell> All =
        new NativeCell[][]
        {
            Aggregates.Functions, Strings.Functions, Matching.Functions, Encodings.Functions, NumberFunctions.Functions,
            Booleans.Functions, HigherOrder.Functions, Arrays.Functions, Objects.Functions, Dates.Functions, Evaluations.Functions,
        }
        .SelectMany(group => group)
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static FunctionCell? Find(string name) => All.GetValueOrDefault(name);
}
