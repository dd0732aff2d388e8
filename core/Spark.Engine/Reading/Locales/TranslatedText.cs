namespace Spark.Engine.Reading.Locales;

/// <summary>A text of a bot and its translation into one language.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Source">The text in the bot's first language.</param>
/// <param name="Translation">The translation; null when there is none.</param>
/// <param name="State">How it stands.</param>
public sealed record TranslatedText(string Key, string Source, string? Translation, TranslationState State);
