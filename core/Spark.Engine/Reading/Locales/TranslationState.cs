namespace Spark.Engine.Reading.Locales;

/// <summary>How a text stands in a language.</summary>
public enum TranslationState
{
    /// <summary>It is translated.</summary>
    Translated,

    /// <summary>It is translated, and the text has changed since.</summary>
    Stale,

    /// <summary>It is not translated: people read it in the bot's first language.</summary>
    Missing,
}
