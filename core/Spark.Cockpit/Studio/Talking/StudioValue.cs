namespace Spark.Cockpit.Studio.Talking;

/// <summary>A variable before and after a turn. What is sensitive is hidden.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dialog">The dialog whose own it is; null for one of the conversation or the person.</param>
/// <param name="Before">Its value before; null when it had none.</param>
/// <param name="After">Its value after; null when it has none.</param>
/// <param name="HasChanged">True when the two are not the same.</param>
public sealed record StudioValue(string Name, string? Dialog, string? Before, string? After, bool HasChanged);
