namespace Spark.Cockpit.Studio;

/// <summary>Something that the bot said.</summary>
/// <param name="Text">The text.</param>
/// <param name="Choices">What could be chosen.</param>
public sealed record StudioReply(string Text, IReadOnlyList<string> Choices);
