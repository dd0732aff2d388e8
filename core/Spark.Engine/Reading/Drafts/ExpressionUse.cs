using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Drafts;

/// <summary>An expression and where it is written.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Names">The names that it takes from its scope, with their places in <paramref name="Text"/>.</param>
/// <param name="Scalar">The scalar in which it stands.</param>
/// <param name="Offset">Where it begins in the scalar's value.</param>
/// <param name="Scope">What it may name.</param>
internal sealed record ExpressionUse(
    string Text, IReadOnlyList<ScopeName> Names, YamlScalar Scalar, int Offset, ExpressionScope Scope)
{
    /// <summary>Where a character of the expression is written.</summary>
    public SourceLocation PositionOf(int position) => Scalar.PositionOf(Offset + position);
}
