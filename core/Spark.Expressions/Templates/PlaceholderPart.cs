namespace Spark.Expressions.Templates;

/// <summary>Literal text, or the name of a parameter.</summary>
internal sealed record PlaceholderPart(string Text, bool IsPlaceholder, int Position);
