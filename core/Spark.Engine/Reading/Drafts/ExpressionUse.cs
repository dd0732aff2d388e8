using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;
using Spark.Expressions;
using Spark.Expressions.Analysis;

namespace Spark.Engine.Reading.Drafts;

/// <summary>An expression and where it is written.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Scalar">The scalar in which it stands.</param>
/// <param name="Scope">What it may name.</param>
internal sealed record ExpressionUse(Expression Expression, YamlScalar Scalar, ExpressionScope Scope)
{
    /// <summary>The names that it takes from its scope: the first steps of its paths.</summary>
    public IEnumerable<NamedReference> Names =>
        Expression.Analysis.Fields.Select(path => path with { Name = path.Name.Split('.')[0] });

    /// <summary>Where a place that the analysis names is written; it counts from the beginning of the scalar, also inside a text.</summary>
    public SourceLocation PositionOf(int position) => Scalar.PositionOf(position);
}
