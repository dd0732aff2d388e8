namespace Spark.Cockpit.Studio.Intents;

/// <summary>How much something weighs.</summary>
/// <param name="Name">An intent, or a part of a text.</param>
/// <param name="Weight">A probability from 0 to 1, or a part's weight, which may be negative.</param>
public sealed record StudioWeight(string Name, double Weight);
