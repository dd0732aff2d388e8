using System.Collections.Concurrent;

namespace Spark.Understanding.Entities.Words;

/// <summary>The tables that lie in this assembly, one file a language and one that all share.</summary>
internal static class LanguageTables
{
    private const string Fallback = "en";
    private const string Shared = "shared";

    private static readonly ConcurrentDictionary<string, LanguageTable> Tables = new(StringComparer.Ordinal);

    /// <summary>The languages that have a table.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. typeof(LanguageTables).Assembly.GetManifestResourceNames().Where(IsTable).Select(NameOf).Where(name => name != Shared).Order(StringComparer.Ordinal)];

    /// <summary>The language whose table reads a tag: its base language, or English.</summary>
    public static string Resolve(string tag)
    {
        int end = tag.AsSpan().IndexOfAny('-', '_');
        string language = (end < 0 ? tag : tag[..end]).ToLowerInvariant();
        return Languages.Contains(language, StringComparer.Ordinal) ? language : Fallback;
    }

    /// <summary>Whether there is a table for a tag's base language.</summary>
    public static bool Has(string tag) => Resolve(tag) != Fallback || tag.StartsWith(Fallback, StringComparison.OrdinalIgnoreCase);

    public static LanguageTable For(string language) => Tables.GetOrAdd(language, name => TableReader.Read(Open(name), Open(Shared)));

    private static string Open(string name)
    {
        using Stream stream = typeof(LanguageTables).Assembly.GetManifestResourceStream($"words.{name}.txt")
            ?? throw new InvalidDataException($"There is no table of words named {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static bool IsTable(string resource) => resource.StartsWith("words.", StringComparison.Ordinal);

    private static string NameOf(string resource) => resource["words.".Length..^".txt".Length];
}
