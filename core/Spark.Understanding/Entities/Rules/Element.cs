namespace Spark.Understanding.Entities.Rules;

/// <summary>A part of a pattern.</summary>
internal abstract class Element
{
    /// <summary>Whether nothing is a way to read it.</summary>
    public abstract bool CanBeEmpty { get; }

    /// <summary>Whether the piece at an index could be its first one; a cheap look before all ways are tried.</summary>
    public abstract bool MayStart(Reader reader, int at);

    /// <summary>All ways to read it at an index: the index behind, and what is named by then.</summary>
    public abstract IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound);
}
