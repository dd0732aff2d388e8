namespace Spark.Cockpit.Studio.Talking;

/// <summary>An item of a carousel or a list as people see it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">What stands below; null for nothing.</param>
/// <param name="Link">Where a press on it leads; null for nowhere.</param>
/// <param name="Choices">Its buttons.</param>
public sealed record StudioItem(string Title, string? Subtitle, string? Link, IReadOnlyList<StudioChoice> Choices);
