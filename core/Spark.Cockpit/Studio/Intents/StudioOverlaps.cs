namespace Spark.Cockpit.Studio.Intents;

/// <summary>How well the examples of a language hold together, each judged by a classifier that has not seen it.</summary>
/// <param name="Examples">How many examples were judged.</param>
/// <param name="Accuracy">The part of them whose intent was found, from 0 to 1.</param>
/// <param name="Misplaced">Examples that look as if they belong to another intent, or are shared by two.</param>
/// <param name="Weakest">Examples that are understood only just.</param>
public sealed record StudioOverlaps(int Examples, double Accuracy, IReadOnlyList<StudioOverlap> Misplaced, IReadOnlyList<StudioOverlap> Weakest);
