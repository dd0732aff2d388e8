namespace Spark.Understanding.Languages;

/// <summary>Finds the words of a language.</summary>
internal static class LanguageCatalog
{
    public static IReadOnlyList<LanguageWords> All { get; } = [English.Words, Dutch.Words];

    /// <summary>Whether there are words for the tag's base language.</summary>
    public static bool Has(string tag) => All.Any(words => words.Language.Equals(BaseOf(tag), StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of the tag's base language; those of English for a language without words of its own.</summary>
    public static LanguageWords For(string tag) =>
        All.FirstOrDefault(words => words.Language.Equals(BaseOf(tag), StringComparison.OrdinalIgnoreCase)) ?? English.Words;

    public static string BaseOf(string tag)
    {
        int end = tag.AsSpan().IndexOfAny('-', '_');
        return end < 0 ? tag : tag[..end];
    }

    public static string RegionOf(string tag)
    {
        int start = tag.AsSpan().LastIndexOfAny('-', '_');
        return start < 0 ? string.Empty : tag[(start + 1)..];
    }
}
