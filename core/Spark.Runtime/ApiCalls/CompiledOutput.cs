using Spark.Expressions;

namespace Spark.Runtime.ApiCalls;

/// <summary>An output whose expression is read.</summary>
internal sealed record CompiledOutput(ApiCallOutput Definition, Expression Expression);
