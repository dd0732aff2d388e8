namespace Spark.Understanding.Values.Composites;

/// <summary>A combination of values as it stands in a text.</summary>
/// <param name="Start">Where it begins, with the words of its pattern, in UTF-16 units.</param>
/// <param name="End">The index behind it.</param>
/// <param name="Parts">Its parts, in the order of the text.</param>
public sealed record CompositeEntity(int Start, int End, IReadOnlyList<CompositePart> Parts)
{
    /// <summary>The values alone.</summary>
    public CompositeValue Value => new(Parts.Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
