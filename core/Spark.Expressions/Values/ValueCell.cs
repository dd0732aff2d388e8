namespace Spark.Expressions.Values;

/// <summary>What a <see cref="Value"/> refers to, unless it is a string.</summary>
internal abstract class ValueCell(ValueKind kind)
{
    public ValueKind Kind { get; } = kind;
}
