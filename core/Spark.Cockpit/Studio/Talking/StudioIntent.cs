namespace Spark.Cockpit.Studio.Talking;

/// <summary>What a sentence was taken to mean.</summary>
/// <param name="Name">The intent; null when nothing was understood.</param>
/// <param name="Score">How sure that is, above 0 and at most 1; null when nothing was understood.</param>
public sealed record StudioIntent(string? Name, double? Score);
