using System.Collections.Frozen;

namespace Spark.Understanding.Languages;

/// <summary>One reader a language, made once from its words.</summary>
internal sealed class PerLanguage<T>
{
    private readonly FrozenDictionary<string, T> _readers;

    public PerLanguage(Func<LanguageWords, T> make) =>
        _readers = LanguageCatalog.All.ToFrozenDictionary(words => words.Language, make, StringComparer.Ordinal);

    public T For(string tag) => _readers[LanguageCatalog.For(tag).Language];
}
