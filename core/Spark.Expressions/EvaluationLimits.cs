namespace Spark.Expressions;

/// <summary>
/// The bounds of one evaluation. All but the time are deterministic: the same expression over the same
/// input meets them at the same place. Time is a last resort that ends the turn as a fault, as it is for one match
/// of a regular expression (2 s, or 250 ms when it looks around or back; U1006).
/// </summary>
public sealed record EvaluationLimits
{
    /// <summary>The bounds for expressions out of bots and API Calls.</summary>
    public static EvaluationLimits Default { get; } = new();

    /// <summary>As wide as the language's reference allows: for trusted expressions and its test suite.</summary>
    public static EvaluationLimits Wide { get; } = new()
    {
        MaxSteps = long.MaxValue,
        MaxDepth = 2_500,
        MaxSequence = 10_000_000,
        MaxString = 100_000_000,
        MaxResult = long.MaxValue,
        TimeLimit = TimeSpan.FromSeconds(30),
    };

    /// <summary>Units of work: evaluated syntax nodes, and items and characters that functions make or read. Beyond it: U1002.</summary>
    public long MaxSteps { get; init; } = 1_000_000;

    /// <summary>Nested evaluations of syntax nodes. Beyond it: U1001.</summary>
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>Items of any array made on the way. Beyond it: D2015.</summary>
    public int MaxSequence { get; init; } = 100_000;

    /// <summary>Characters of any string made on the way. Beyond it: U1004.</summary>
    public int MaxString { get; init; } = 1_000_000;

    /// <summary>Values in the result, counted with their characters. Beyond it: U1005.</summary>
    public long MaxResult { get; init; } = 2_000_000;

    /// <summary>Wall time of the whole evaluation. Beyond it: U1001.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);
}
