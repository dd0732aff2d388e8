namespace Spark.Cockpit.Studio.Texts;

/// <summary>A text and what it is in other languages.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Source">The text in the bot's first language.</param>
/// <param name="Translations">Language → how its translation stands.</param>
internal sealed record StudioText(string Key, string Source, IReadOnlyDictionary<string, StudioTranslation> Translations);
