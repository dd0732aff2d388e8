namespace Spark.Expressions.Tests.Support;

/// <summary>Evaluates with a clock that stands still and random numbers that repeat.</summary>
internal static class Evaluate
{
    public static readonly DateTimeOffset Now = new(2026, 3, 29, 12, 30, 0, TimeSpan.Zero);

    public static EvaluationOptions Options() => new() { Now = Now, Random = new Random(11).NextDouble };

    public static Value Text(string expression, string json = "{}", EvaluationLimits? limits = null) =>
        Expression.Parse(expression).Evaluate(Value.Parse(json), Options() with { Limits = limits ?? EvaluationLimits.Default });

    public static string Json(string expression, string json = "{}") => Text(expression, json).ToString();

    public static ExpressionException Failure(string expression, string json = "{}", EvaluationLimits? limits = null) =>
        Should.Throw<ExpressionException>(() => Text(expression, json, limits));
}
