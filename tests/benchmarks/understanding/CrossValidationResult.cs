using System.Globalization;

namespace Spark.Benchmarks.Understanding;

/// <summary>The verdicts of a cross-validation.</summary>
internal sealed class CrossValidationResult
{
    private readonly List<Verdict> _verdicts = [];

    /// <summary>How long training took, on average.</summary>
    public double Seconds { get; set; }

    /// <summary>The same of all cores together.</summary>
    public double ProcessorSeconds { get; set; }

    /// <summary>All verdicts.</summary>
    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    private IEnumerable<Verdict> Known => _verdicts.Where(verdict => !verdict.IsForeign);

    /// <summary>The part of the verdicts on known intents that is right, in %.</summary>
    public double Accuracy => Known.Average(verdict => verdict.IsRight ? 100.0 : 0);

    /// <summary>The mean of that of each intent.</summary>
    public double Balanced => Known.GroupBy(verdict => verdict.Intent, StringComparer.Ordinal)
        .Average(group => group.Average(verdict => verdict.IsRight ? 100.0 : 0));

    public void Add(Verdict verdict) => _verdicts.Add(verdict);

    /// <summary>The part of the known sentences that is understood rightly at a threshold, in %.</summary>
    public double AccuracyAt(double threshold) => Known.Average(verdict => verdict.IsRight && verdict.Confidence >= threshold ? 100.0 : 0);

    /// <summary>How many of the sentences of intents that were not trained stay below a threshold, in %.</summary>
    public double RefusedForeign(double threshold) => Refused(verdict => verdict.IsForeign && !verdict.IsElsewhere, threshold);

    /// <summary>The same of sentences of another trade.</summary>
    public double RefusedElsewhere(double threshold) => Refused(verdict => verdict.IsElsewhere, threshold);

    /// <summary>How often verdicts of a confidence are right, in %, in ten steps.</summary>
    public IEnumerable<string> Reliability() => Enumerable.Range(0, 10).Select(step =>
    {
        var those = Known.Where(verdict => Math.Min(9, (int)(verdict.Confidence * 10)) == step).ToList();
        return those.Count < 20 ? "–" : those.Average(verdict => verdict.IsRight ? 100.0 : 0).ToString("0", CultureInfo.InvariantCulture);
    });

    private double Refused(Func<Verdict, bool> of, double threshold) =>
        _verdicts.Where(of).Select(verdict => verdict.Confidence < threshold ? 100.0 : 0).DefaultIfEmpty(double.NaN).Average();
}
