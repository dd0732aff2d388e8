namespace Spark.Expressions.Analysis;

/// <summary>One side of a comparison, as far as it is known without evaluating it.</summary>
/// <param name="Field">The path of names that it is, such as <c>order.state</c>; null when it is something else.</param>
/// <param name="Kind">Its kind whatever the input; null when that depends.</param>
/// <param name="Literals">What it can only be: one value, or the items of a list that is written out. Empty when that depends.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
public sealed record ComparedValue(NamedReference? Field, ValueKind? Kind, IReadOnlyList<Value> Literals, int Start);
