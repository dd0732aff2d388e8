using Spark.Engine.Reading.Locales;

namespace Spark.Cockpit.Studio.Texts;

/// <summary>A translation of a text.</summary>
/// <param name="Text">The translation; null when there is none.</param>
/// <param name="State">Whether it is there, and of the text as it is now.</param>
internal sealed record StudioTranslation(string? Text, TranslationState State);
