using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>What a path has reached: one value, or the items of an array.</summary>
internal readonly struct PathState(Value value, bool isList)
{
    public Value Value { get; } = value;

    public bool IsList { get; } = isList;

    public bool IsEmpty => IsList ? Value.List!.Count == 0 : Value.IsUndefined;

    public static PathState One(Value value) => new(value, false);

    public static PathState Many(ArrayCell list) => new(new Value(list), true);

    /// <summary>The items of an array that starts a path. One that a predicate left without its array has none, but a string has its characters.</summary>
    public static PathState Items(Value value) => value.IsUndefined || value.List is not null
        ? new(value, true)
        : Many(value.Kind == ValueKind.String
            ? new ArrayCell([.. value.AsString().Select(letter => new Value(letter.ToString()))], ListTraits.Sequence)
            : ArrayCell.Sequence());

    /// <summary>The items as an array that the next step goes over.</summary>
    public ArrayCell ToList() => IsList ? Value.List! : ArrayCell.SequenceOf(Value);
}
