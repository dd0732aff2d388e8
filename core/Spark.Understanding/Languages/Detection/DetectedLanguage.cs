namespace Spark.Understanding.Languages.Detection;

/// <summary>The language of a text.</summary>
/// <param name="Language">The tag, as the detector was given it.</param>
/// <param name="Probability">How sure, above 0 and at most 1, among the detector's languages.</param>
public sealed record DetectedLanguage(string Language, double Probability);
