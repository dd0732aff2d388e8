namespace Spark.Understanding.Values.Composites;

/// <summary>A part of a <see cref="CompositeEntity"/>.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">The index behind it.</param>
/// <param name="Value">Its value, in canonical form.</param>
public sealed record CompositePart(string Name, int Start, int End, ParsedValue Value);
