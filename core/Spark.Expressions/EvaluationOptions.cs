namespace Spark.Expressions;

/// <summary>What an evaluation takes from its caller.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Random numbers from 0 to below 1.</summary>
    public required Func<double> Random { get; init; }

    /// <summary>Variables of the expression, without the dollar sign.</summary>
    public IReadOnlyDictionary<string, Value> Bindings { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);
}
