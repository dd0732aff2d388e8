namespace Spark.Expressions.Analysis;

/// <summary>A name in an expression, and where: from <see cref="Start"/> up to <see cref="Position"/>.</summary>
/// <param name="Name">The name; of a variable or function without its dollar sign, of a field with dots between its steps.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Position">Behind it, where errors point.</param>
public sealed record NamedReference(string Name, int Start, int Position);
