namespace Spark.Engine.Reading.Locales;

/// <summary>A text that a translator gave back.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Source">The text as it was given to the translator; null when the file does not say.</param>
/// <param name="Translation">The translation; empty when there is none.</param>
public sealed record ImportedText(string Key, string? Source, string Translation);
