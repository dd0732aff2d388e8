namespace Spark.Messages;

/// <summary>Text for people. Plain, with line breaks; no mark-up.</summary>
/// <param name="Text">The text.</param>
public sealed record TextPart(string Text) : MessagePart;
