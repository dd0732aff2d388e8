using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>What was tried: one change to the defaults at a time.</summary>
internal static class Variations
{
    public static IEnumerable<(string Name, ClassifierSettings Settings)> Of(ClassifierSettings defaults)
    {
        var features = defaults.Features;
        yield return ("none", defaults);
        yield return ("one network", defaults with { Networks = 1 });
        yield return ("four networks", defaults with { Networks = 4 });
        yield return ("64 hidden units", defaults with { HiddenUnits = 64 });
        yield return ("256 hidden units", defaults with { HiddenUnits = 256 });
        yield return ("8 passes", defaults with { Passes = 8 });
        yield return ("20 passes", defaults with { Passes = 20 });
        yield return ("rate 0.2", defaults with { Rate = 0.2f });
        yield return ("rate 0.5", defaults with { Rate = 0.5f });
        yield return ("features left out 0.1", defaults with { FeatureDropout = 0.1f });
        yield return ("features left out 0.5", defaults with { FeatureDropout = 0.5f });
        yield return ("hidden units left out 0.1", defaults with { HiddenDropout = 0.1f });
        yield return ("hidden units left out 0.5", defaults with { HiddenDropout = 0.5f });
        yield return ("no smoothing", defaults with { Smoothing = 0 });
        yield return ("smoothing 0.2", defaults with { Smoothing = 0.2f });
        yield return ("single words only", defaults with { Features = features with { WordGrams = 1 } });
        yield return ("three words", defaults with { Features = features with { WordGrams = 3 } });
        yield return ("pairs of words apart", defaults with { Features = features with { SkipDistance = 2 } });
        yield return ("characters from 2", defaults with { Features = features with { ShortestPiece = 2 } });
        yield return ("characters to 4", defaults with { Features = features with { LongestPiece = 4 } });
        yield return ("characters to 6", defaults with { Features = features with { LongestPiece = 6 } });
        yield return ("characters weigh 0.7", defaults with { Features = features with { PieceWeight = 0.7f } });
        yield return ("characters weigh 1.4", defaults with { Features = features with { PieceWeight = 1.4f } });
        yield return ("words that stand once", defaults with { Features = features with { WordMinimum = 1 } });
    }

    /// <summary>What would train a small bot faster.</summary>
    public static IEnumerable<(string Name, ClassifierSettings Settings)> Lean(ClassifierSettings defaults)
    {
        yield return ("none", defaults);
        foreach (var units in new[] { 128, 64, 32 })
        {
            foreach (var passes in new[] { 12, 20, 30 })
            {
                foreach (var networks in new[] { 2, 1 })
                {
                    var settings = defaults with { HiddenUnits = units, Networks = networks, MostPasses = passes };
                    yield return ($"{networks} x {units} units, {passes} passes", settings);
                    yield return ($"{networks} x {units} units, {passes} passes, rate 0.5", settings with { Rate = 0.5f });
                }
            }
        }
    }
}
