namespace Spark.Understanding.Text;

/// <summary>A word in normal form and where it stands in the original text.</summary>
internal readonly record struct Token(string Text, int Start, int End);
