namespace Spark.Understanding.Entities.Rules;

/// <summary>A part of a pattern.</summary>
internal abstract class Element
{
    /// <summary>All ways to read it at an index: the index behind, and what is named by then.</summary>
    public abstract IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound);
}
