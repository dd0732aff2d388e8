namespace Spark.Understanding.Values.Composites;

/// <summary>The values of a combination by the names of its parts; equal to another with the same ones.</summary>
public sealed class CompositeValue : IEquatable<CompositeValue>
{
    private readonly KeyValuePair<string, ParsedValue>[] _parts;

    /// <param name="parts">The parts that were said, each once.</param>
    public CompositeValue(IEnumerable<KeyValuePair<string, ParsedValue>> parts) =>
        _parts = [.. parts.OrderBy(part => part.Key, StringComparer.Ordinal)];

    /// <summary>The parts, in the order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, ParsedValue>> Parts => _parts;

    /// <summary>The value of a part; null where it was not said.</summary>
    public ParsedValue? this[string name] =>
        Array.FindIndex(_parts, part => part.Key == name) is var index and >= 0 ? _parts[index].Value : null;

    /// <inheritdoc/>
    public bool Equals(CompositeValue? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompositeValue);

    /// <inheritdoc/>
    public override int GetHashCode() => _parts.Aggregate(0, HashCode.Combine);

    /// <summary>The parts as people of no particular language read them; for tests and traces.</summary>
    public override string ToString() => string.Join(", ", _parts.Select(part => $"{part.Key}: {part.Value}"));
}
