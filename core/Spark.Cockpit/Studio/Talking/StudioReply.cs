namespace Spark.Cockpit.Studio.Talking;

/// <summary>Something that the bot said.</summary>
/// <param name="Text">The text.</param>
/// <param name="Choices">What can be pressed.</param>
/// <param name="Shown">How the channel shows it, and what it sends for that, in order; null where it does not tell.</param>
public sealed record StudioReply(string Text, IReadOnlyList<string> Choices, IReadOnlyList<StudioShown>? Shown);
