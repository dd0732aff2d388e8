using System.Globalization;

namespace Spark.Engine.Reading.Values;

/// <summary>The languages that there are, as the tables of this machine (ICU) know them.</summary>
internal static class LanguageTags
{
    // What people write for a language and what is the code of a country.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["uk-UK"] = "en-GB", ["gb"] = "en-GB", ["us"] = "en-US", ["jp"] = "ja", ["cn"] = "zh", ["kr"] = "ko", ["cz"] = "cs", ["dk"] = "da",
        ["gr"] = "el", ["ua"] = "uk", ["at"] = "de-AT", ["ger"] = "de", ["dut"] = "nl", ["fre"] = "fr", ["eng"] = "en", ["nld"] = "nl",
    };

    private static readonly HashSet<string> Known = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .SelectMany(culture => new[] { culture.TwoLetterISOLanguageName, culture.ThreeLetterISOLanguageName })
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>False for a tag whose language is none. A machine without tables of languages knows them all.</summary>
    public static bool IsKnown(string tag) => Known.Count <= 2 || Known.Contains(tag.Split('-')[0]);

    /// <summary>A tag in the letters in which it is usually written: the language small, a script with a capital, a region in capitals.</summary>
    public static string Usual(string tag) => string.Join('-', tag.Split('-').Select((part, index) =>
        index == 0 ? part.ToLowerInvariant() : part.Length == 4 ? char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant() : part.ToUpperInvariant()));

    /// <summary>How to mend a tag that is none.</summary>
    public static string Remedy(string tag) => (Meant.TryGetValue(tag, out var meant) ? $"Did you mean '{meant}'? " : "")
        + "Write the language's own code (ISO 639) and not that of a country, such as en, nl, ja or pt-BR.";
}
