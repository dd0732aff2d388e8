namespace Spark.Benchmarks.Understanding;

/// <summary>The verdicts of a cross-validation.</summary>
internal sealed class CrossValidationResult
{
    private readonly List<(string Intent, string? Found, double Confidence, bool IsForeign)> _verdicts = [];

    public double Seconds { get; set; }

    /// <summary>The part of the verdicts on known intents that is right, in %.</summary>
    public double Accuracy => _verdicts.Where(verdict => !verdict.IsForeign).Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0);

    /// <summary>The mean of that of each intent.</summary>
    public double Balanced => _verdicts.Where(verdict => !verdict.IsForeign)
        .GroupBy(verdict => verdict.Intent, StringComparer.Ordinal)
        .Average(group => group.Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0));

    public void Add(string intent, string? found, double confidence, bool isForeign) => _verdicts.Add((intent, found, confidence, isForeign));

    /// <summary>How many of the foreign sentences, or of those that were taken rightly, stay below a threshold, in %.</summary>
    public double Refused(double threshold, bool foreign) => _verdicts
        .Where(verdict => foreign ? verdict.IsForeign : verdict.Found == verdict.Intent)
        .Average(verdict => verdict.Confidence < threshold ? 100.0 : 0);

    /// <summary>How often verdicts of a confidence are right.</summary>
    public IEnumerable<string> Reliability() => _verdicts
        .GroupBy(verdict => Math.Min(9, (int)(verdict.Confidence * 10)))
        .OrderBy(group => group.Key)
        .Select(group => $"| from {group.Key / 10.0:0.0} | {group.Count()} | {group.Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0):0.0} |");
}
