namespace Spark.Cockpit.Studio;

/// <summary>A line of a conversation that was played.</summary>
/// <param name="Who">Who spoke, or what happened.</param>
/// <param name="Actual">What was said; null when nothing was, where something should have been.</param>
/// <param name="Expected">What should have been said instead; null when it is as it should be.</param>
/// <param name="IsGood">True when it is as it should be.</param>
public sealed record StudioLine(string Who, string? Actual, string? Expected, bool IsGood);
