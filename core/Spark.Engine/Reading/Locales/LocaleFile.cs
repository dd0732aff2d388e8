using System.Text;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Locales;

/// <summary>Puts translations into a locale's file; comments, order and lines that do not change stay as they are.</summary>
internal static class LocaleFile
{
    /// <summary>The file's new text.</summary>
    /// <param name="path">The file's path, for places.</param>
    /// <param name="text">Its text; null when there is no such file.</param>
    /// <param name="translations">The translations that are new or other.</param>
    public static string Put(string path, string? text, IEnumerable<KeyValuePair<string, string>> translations)
    {
        var old = text ?? "";
        var entries = YamlFile.Read(path, old, new()) is YamlMapping file
            ? file.Entries.Where(entry => entry.Value is YamlScalar).ToDictionary(entry => entry.Name, entry => (YamlScalar)entry.Value, StringComparer.Ordinal)
            : [];
        var offset = old.StartsWith('\uFEFF') ? 1 : 0;
        var added = new StringBuilder();
        var replaced = new List<(int Start, int End, string Scalar)>();
        foreach (var (key, translation) in translations)
        {
            var scalar = YamlText.Write(translation, 0);
            if (entries.TryGetValue(key, out var place))
            {
                replaced.Add((place.Start + offset, End(place) + offset, scalar));
            }
            else
            {
                added.Append(YamlText.Write(key, 0)).Append(": ").Append(scalar).Append('\n');
            }
        }

        var result = new StringBuilder(old);
        foreach (var (start, end, scalar) in replaced.OrderByDescending(place => place.Start))
        {
            result.Remove(start, end - start).Insert(start, start > 0 && old[start - 1] == ':' ? " " + scalar : scalar);
        }

        if (added.Length > 0 && result.Length > 0 && result[^1] != '\n')
        {
            result.Append('\n');
        }

        return result.Append(added).ToString();
    }

    // A block ends where the next line begins, and its own line break stays.
    private static int End(YamlScalar scalar)
    {
        var text = scalar.Source.Text;
        var end = Math.Min(scalar.End, text.Length);
        while (end > scalar.Start && text[end - 1] is '\n' or '\r' or ' ')
        {
            end--;
        }

        return end;
    }
}
