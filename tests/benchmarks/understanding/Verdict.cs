using Spark.Understanding.Intents;

namespace Spark.Benchmarks.Understanding;

/// <summary>What a classifier made of a sentence that it was not trained on.</summary>
/// <param name="Found">What it said; null when nothing in the sentence was known.</param>
/// <param name="Intent">What is meant; null for a sentence of another trade.</param>
/// <param name="IsForeign">True when it was not trained on the intent.</param>
internal sealed record Verdict(Classification? Found, string? Intent, bool IsForeign)
{
    public bool IsElsewhere => Intent is null;

    public bool IsRight => !IsForeign && Found?.Best.Intent == Intent;

    /// <summary>True when one of the two likeliest intents is meant.</summary>
    public bool IsEitherRight => !IsForeign && Found is not null && Found.Intents.Take(2).Any(ranked => ranked.Intent == Intent);

    public double Confidence => Found?.Confidence ?? 0;

    public double Probability => Found?.Best.Probability ?? 0;

    public double Likeness => Found?.Likeness ?? 0;

    /// <summary>The probability of the second intent as a part of that of the first.</summary>
    public double Closeness => Found is { Intents: [var first, var second, ..] } ? second.Probability / first.Probability : 0;
}
