namespace Spark.Engine.Reading.Values;

/// <summary>An expression in braces inside a text.</summary>
/// <param name="Text">The expression, without its braces.</param>
/// <param name="Start">Where it begins in the text, behind the brace.</param>
internal sealed record Placeholder(string Text, int Start);
