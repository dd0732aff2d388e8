namespace Spark.Cockpit.Studio.Talking;

/// <summary>A button as people see it.</summary>
/// <param name="Label">What stands on it.</param>
/// <param name="Link">Where it leads; null for one that answers.</param>
public sealed record StudioChoice(string Label, string? Link);
