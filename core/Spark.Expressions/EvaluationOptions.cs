namespace Spark.Expressions;

/// <summary>What an evaluation takes from its caller, so that the same evaluation again gives the same bytes.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The clock of <c>$now()</c>, <c>$millis()</c> and of dates without a day; it stands still.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Random numbers from 0 to below 1, for <c>$random()</c> and <c>$shuffle()</c>.</summary>
    public required Func<double> Random { get; init; }

    /// <summary>Variables of the expression, without the dollar sign.</summary>
    public IReadOnlyDictionary<string, Value> Bindings { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>The bounds.</summary>
    public EvaluationLimits Limits { get; init; } = EvaluationLimits.Default;
}
