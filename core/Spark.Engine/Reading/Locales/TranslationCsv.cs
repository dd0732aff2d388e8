using System.Text;

namespace Spark.Engine.Reading.Locales;

/// <summary>
/// Translations as CSV (RFC 4180): a line a text with its key, the text, the translation and how it stands. A text that a spreadsheet would
/// take for a formula has an apostrophe before it, which is taken off again when the file comes back.
/// </summary>
public static class TranslationCsv
{
    private const string Key = "key";
    private const string State = "state";

    /// <summary>Writes the texts of a bot.</summary>
    /// <param name="first">The bot's first language: the head of the column of texts.</param>
    /// <param name="language">The head of the column of translations.</param>
    /// <param name="texts">The texts.</param>
    public static string Write(string first, string language, IReadOnlyList<TranslatedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var output = new StringBuilder();
        Line(output, Key, first, language, State);
        foreach (var text in texts)
        {
            Line(output, text.Key, SpreadsheetText.Guard(text.Source), SpreadsheetText.Guard(text.Translation ?? ""), text.State.ToString().ToLowerInvariant());
        }

        return output.ToString();
    }

    /// <summary>Reads what a translator gave back. The columns are found by their heads; further ones are not looked at.</summary>
    /// <param name="csv">The file; fields are separated by commas or, as some programs write it, by semicolons.</param>
    /// <param name="first">The bot's first language.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="FormatException">A column is missing, or a quote is not closed.</exception>
    public static TranslationImport Read(string csv, string first, string language)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var text = csv.TrimStart('\uFEFF');
        var head = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        var separator = head.Contains(';') && !head.Contains(',') ? ';' : ',';
        var lines = Lines(text, separator);
        var names = lines.Count > 0 ? lines[0] : [];
        var (key, source, translation) = (names.IndexOf(Key), names.IndexOf(first), names.IndexOf(language));
        if (key < 0 || translation < 0)
        {
            throw new FormatException($"The first line must name the columns '{Key}' and '{language}'; it has {string.Join(", ", names.Select(name => $"'{name}'"))}.");
        }

        return new(language, [.. lines.Skip(1).Where(line => line.Count > Math.Max(key, translation) && line[key].Length > 0)
            .Select(line => new ImportedText(line[key], source >= 0 && source < line.Count ? SpreadsheetText.Bare(line[source]) : null, SpreadsheetText.Bare(line[translation])))]);
    }

    private static void Line(StringBuilder output, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            output.Append(i > 0 ? "," : "");
            var field = fields[i];
            var isQuoted = field.AsSpan().ContainsAny("\",;\r\n") || (field.Length > 0 && (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1])));
            output.Append(isQuoted ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
        }

        output.Append("\r\n");
    }

    private static List<List<string>> Lines(string text, char separator)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var field = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (isQuoted)
            {
                if (letter != '"')
                {
                    field.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && field.Length == 0 && !wasQuoted)
            {
                (isQuoted, wasQuoted) = (true, true);
            }
            else if (letter == separator || letter is '\r' or '\n')
            {
                line.Add(field.ToString());
                field.Clear();
                wasQuoted = false;
                if (letter != separator)
                {
                    lines.Add(line);
                    line = [];
                    i += letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                }
            }
            else
            {
                field.Append(letter);
            }
        }

        if (isQuoted)
        {
            throw new FormatException("A quote is opened and never closed.");
        }

        if (field.Length > 0 || wasQuoted || line.Count > 0)
        {
            line.Add(field.ToString());
            lines.Add(line);
        }

        return lines;
    }
}
