namespace Spark.Expressions.Values;

/// <summary>An object, wherever its fields lie.</summary>
internal abstract class ObjectCell() : ValueCell(ValueKind.Object)
{
    /// <summary>All its fields, in the language's order.</summary>
    public abstract MapCell Fields { get; }

    public abstract bool TryGet(string name, out Value value);
}
