using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spark.Engine.Reading.Locales;

/// <summary>Writes a text as a YAML scalar that is read as the same text: as it stands, in single quotes, as a block, or in double quotes.</summary>
internal static class YamlText
{
    private const string Indent = "  ";

    // What begins otherwise, or holds one of these signs, may be read as something else.
    private static readonly SearchValues<char> Inside = SearchValues.Create("#:{}[]&*!|>'\"%@`");

    /// <summary>The scalar.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indentation">How far the line is indented on which it is written.</param>
    public static string Write(string text, int indentation)
    {
        if (IsPlain(text))
        {
            return text;
        }

        if (text.Contains('\n', StringComparison.Ordinal) && FitsBlock(text))
        {
            return Block(text, indentation);
        }

        return text.Length > 0 && text.All(IsPrintable)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : Quoted(text);
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && text[^1] != ' '
        && !text.AsSpan().ContainsAny(Inside)
        && text.All(IsPrintable)
        && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");

    private static bool FitsBlock(string text) =>
        text[0] is not (' ' or '\n') && !text.EndsWith("\n\n", StringComparison.Ordinal) && text.All(letter => letter == '\n' || IsPrintable(letter))
        && text.Split('\n').All(line => line.Length == 0 || (line[^1] != ' ' && line[0] != ' '));

    private static string Block(string text, int indentation)
    {
        var margin = new string(' ', indentation) + Indent;
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : margin + line);
        return (text[^1] == '\n' ? "|\n" : "|-\n") + string.Join('\n', lines);
    }

    // Letters beyond the basic plane come as two halves, which belong together.
    private static bool IsPrintable(char letter) =>
        letter is not ('\uFEFF' or '\uFFFD' or '\u2028' or '\u2029' or '\u0085') && !char.IsControl(letter);

    private static string Quoted(string text)
    {
        var output = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => output.Append('\\').Append(letter),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                _ when IsPrintable(letter) => output.Append(letter),
                _ => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
            };
        }

        return output.Append('"').ToString();
    }
}
