namespace Spark.Engine.Reading.Locales;

/// <summary>A text and its translation as they were when they were known to fit.</summary>
/// <param name="Source">The hash of the text in the bot's first language.</param>
/// <param name="Translation">The hash of the translation.</param>
internal sealed record LockedText(string Source, string Translation);
