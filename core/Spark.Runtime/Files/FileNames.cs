using System.Globalization;
using System.Text;

namespace Spark.Runtime.Files;

/// <summary>Makes names of files that can be shown and saved anywhere: no folders, nothing that is not seen, and an ending that is true.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const int LongestEnding = 12;
    private const string Nameless = "file";

    // What Windows takes in no name.
    private const string Forbidden = "<>:\"|?*";

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cleans a name.</summary>
    /// <param name="name">The name that came in; it may be anything.</param>
    /// <param name="mediaType">What the file is by its content.</param>
    public static string Clean(string name, string mediaType)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // Control characters, and those that turn the direction of what is read: "gpj.exe" is no picture.
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? ""
                : Forbidden.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var clean = shown.ToString().Trim(' ', '.');
        var endings = MediaNames.Of(mediaType);
        var ending = Path.GetExtension(clean) is { Length: > 1 and <= LongestEnding } own ? own : "";
        var stem = ending.Length == 0 ? clean : clean[..^ending.Length].TrimEnd(' ', '.');
        if (endings.Count > 0 && !endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            (stem, ending) = (clean, endings[0]);
        }

        stem = stem.Length == 0 ? Nameless : Devices.Contains(stem) ? $"_{stem}" : stem;
        return Shorten(stem, Longest - ending.Length) + ending;
    }

    private static string Shorten(string stem, int longest)
    {
        if (stem.Length <= longest)
        {
            return stem;
        }

        // Half a character is none.
        return stem[..(char.IsHighSurrogate(stem[longest - 1]) ? longest - 1 : longest)];
    }
}
