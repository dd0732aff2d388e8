using System.Globalization;
using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>The verdicts of a cross-validation.</summary>
internal sealed class CrossValidationResult
{
    private readonly List<(double Confidence, double Probability)> _elsewhere = [];
    private readonly List<(string Intent, string? Found, double Confidence, double Probability, bool IsForeign)> _verdicts = [];

    /// <summary>How long training took, on average.</summary>
    public double Seconds { get; set; }

    /// <summary>The same of all cores together.</summary>
    public double ProcessorSeconds { get; set; }

    /// <summary>The part of the verdicts on known intents that is right, in %.</summary>
    public double Accuracy => _verdicts.Where(verdict => !verdict.IsForeign).Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0);

    /// <summary>The mean of that of each intent.</summary>
    public double Balanced => _verdicts.Where(verdict => !verdict.IsForeign)
        .GroupBy(verdict => verdict.Intent, StringComparer.Ordinal)
        .Average(group => group.Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0));

    /// <summary>The likeliest intent's probability of each verdict, whether it is right, and whether the sentence is foreign, here or elsewhere.</summary>
    public IEnumerable<(double Probability, bool IsRight, bool IsForeign, bool IsElsewhere)> Verdicts =>
    [
        .. _verdicts.Select(verdict => (verdict.Probability, !verdict.IsForeign && verdict.Found == verdict.Intent, verdict.IsForeign, false)),
        .. _elsewhere.Select(verdict => (verdict.Probability, false, true, true)),
    ];

    public void Add(string intent, Classification? found, bool isForeign) =>
        _verdicts.Add((intent, found?.Best.Intent, found?.Confidence ?? 0, found?.Best.Probability ?? 0, isForeign));

    public void AddElsewhere(Classification? found) => _elsewhere.Add((found?.Confidence ?? 0, found?.Best.Probability ?? 0));

    /// <summary>The part of the known sentences that is understood rightly at a threshold, in %.</summary>
    public double AccuracyAt(double threshold) => _verdicts
        .Where(verdict => !verdict.IsForeign)
        .Average(verdict => verdict.Found == verdict.Intent && verdict.Confidence >= threshold ? 100.0 : 0);

    /// <summary>How many of the sentences of intents that were not trained stay below a threshold, in %.</summary>
    public double RefusedForeign(double threshold) => _verdicts
        .Where(verdict => verdict.IsForeign)
        .Select(verdict => verdict.Confidence < threshold ? 100.0 : 0)
        .DefaultIfEmpty(double.NaN)
        .Average();

    /// <summary>The same of sentences of another trade.</summary>
    public double RefusedElsewhere(double threshold) =>
        _elsewhere.Select(verdict => verdict.Confidence < threshold ? 100.0 : 0).DefaultIfEmpty(double.NaN).Average();

    /// <summary>How often verdicts of a confidence are right, in %, in ten steps.</summary>
    public IEnumerable<string> Reliability() => Enumerable.Range(0, 10).Select(step =>
    {
        var those = _verdicts.FindAll(verdict => !verdict.IsForeign && Math.Min(9, (int)(verdict.Confidence * 10)) == step);
        return those.Count < 20
            ? "–"
            : those.Average(verdict => verdict.Found == verdict.Intent ? 100.0 : 0).ToString("0", CultureInfo.InvariantCulture);
    });
}
