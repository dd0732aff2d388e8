namespace Spark.Engine.Reading.Locales;

/// <summary>What each translation was made of: by language and key the hash of the text in the first language and of the translation.</summary>
internal sealed class TranslationLock
{
    private readonly SortedDictionary<string, SortedDictionary<string, LockedText>> languages = new(StringComparer.Ordinal);

    /// <summary>Languages and keys in their order.</summary>
    public IEnumerable<(string Language, IReadOnlyDictionary<string, LockedText> Texts)> Languages =>
        languages.Select(pair => (pair.Key, (IReadOnlyDictionary<string, LockedText>)pair.Value));

    public LockedText? Find(string language, string key) =>
        languages.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var found) ? found : null;

    public void Put(string language, string key, LockedText text)
    {
        if (!languages.TryGetValue(language, out var texts))
        {
            languages.Add(language, texts = new(StringComparer.Ordinal));
        }

        texts[key] = text;
    }

    /// <summary>True when the text has changed since it was translated, and its translation has not.</summary>
    public bool IsStale(string language, string key, string source, string translation) =>
        Find(language, key) is { } locked
        && locked.Source != TextHash.Of(source)
        && locked.Translation == TextHash.Of(translation);

    /// <summary>True when the two were said to fit as they are.</summary>
    public bool Fits(string language, string key, string source, string translation) =>
        Find(language, key) is { } locked
        && locked.Source == TextHash.Of(source)
        && locked.Translation == TextHash.Of(translation);
}
