using Spark.Expressions;

namespace Spark.Engine.Reading.Checking.Conditions;

/// <summary>A condition and how it came out.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">True when it holds.</param>
internal sealed record Fact(Expression Condition, bool Holds);
