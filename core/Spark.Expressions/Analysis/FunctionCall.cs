using Spark.Expressions.Functions;

namespace Spark.Expressions.Analysis;

/// <summary>A place where an expression calls a function of the language.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="IsAtInput">True when the input itself stands in for an argument that is left out; it is an object.</param>
public sealed record FunctionCall(NamedReference Function, IReadOnlyList<ComparedValue> Arguments, bool IsAtInput)
{
    /// <summary>Why the function must fail, whatever the input; null when it may do.</summary>
    /// <param name="kinds">The kinds of the arguments, null for those that are not known.</param>
    public FunctionRefusal? FindRefusal(IReadOnlyList<ValueKind?> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return BuiltIns.Find(Function.Name) is NativeCell { Signature: { Text.Length: > 0 } signature } ? signature.FindRefusal(kinds, IsAtInput) : null;
    }
}
