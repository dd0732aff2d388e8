namespace Spark.Engine.Reading.Locales;

/// <summary>What a translator gave back.</summary>
/// <param name="Language">The language.</param>
/// <param name="Texts">The texts.</param>
public sealed record TranslationImport(string Language, IReadOnlyList<ImportedText> Texts);
