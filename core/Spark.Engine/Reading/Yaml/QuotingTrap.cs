using System.Buffers;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A line that does not parse because its value needs quotes, and the file's text with quotes around it.</summary>
internal sealed record QuotingTrap(SourceLocation At, string Message, string Remedy, string Repaired)
{
    private const int LongestExample = 80;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create("{}[]\"'#, ");

    /// <summary>Finds out whether a line's value needs quotes; null when the line fails for another reason.</summary>
    public static QuotingTrap? Find(SourceText source, int line)
    {
        var text = source.Line(line);
        var start = ValueStart(text);
        var value = text[start..].TrimEnd();
        if (value.Length == 0 || Explain(value) is not { } reason)
        {
            return null;
        }

        var from = source.StartOf(line) + start;
        var repaired = string.Concat(source.Text.AsSpan(0, from), Quote(value), source.Text.AsSpan(from + value.Length));
        return new(new(source.File, line, start + 1), reason, $"Quote the value: {Shorten(Quote(Meant(value)))}", repaired);
    }

    // 'It's fine' was meant to be quoted; "a" & "b" was not.
    private static string Meant(string value) =>
        value.Length > 2 && value[0] == '\'' && value[^1] == '\'' && HasApostrophe(value.AsSpan(1, value.Length - 2)) ? value[1..^1] : value;

    private static bool HasApostrophe(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == '\'' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value in single quotes, in which only the single quote itself is special.</summary>
    public static string Quote(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A text that begins with a bracket, up to the bracket that closes it.</summary>
    public static string UpToClosing(string value)
    {
        var close = Closing(value);
        return close < 0 ? value : value[..(close + 1)];
    }

    private static string Shorten(string value) => value.Length <= LongestExample ? value : value[..LongestExample] + " …";

    // Behind the dashes and the first key of the line.
    private static int ValueStart(string line)
    {
        var i = SkipBlanks(line, 0);
        while (i + 1 < line.Length && line[i] == '-' && line[i + 1] == ' ')
        {
            i = SkipBlanks(line, i + 1);
        }

        var colon = line.IndexOf(": ", i, StringComparison.Ordinal);
        if (colon < 0 || !IsKey(line.AsSpan(i, colon - i)))
        {
            return i;
        }

        return SkipBlanks(line, colon + 1);
    }

    private static bool IsKey(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (IsQuoted(text) || !text.ContainsAny(NotInKeys));

    private static bool IsQuoted(ReadOnlySpan<char> text) => text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0];

    private static int SkipBlanks(string line, int i)
    {
        while (i < line.Length && line[i] == ' ')
        {
            i++;
        }

        return i;
    }

    private static string? Explain(string value) => value[0] switch
    {
        '%' or '@' or '`' => $"YAML keeps the sign {value[0]} for itself at the beginning of a value.",
        '!' => "YAML reads a word that begins with ! as a tag.",
        '&' => "YAML reads a word that begins with & as an anchor.",
        '*' => "YAML reads a word that begins with * as an alias.",
        '{' or '[' => ExplainBracket(value),
        '"' or '\'' => ExplainQuote(value),
        '|' or '>' => "YAML reads a value that begins with | or > as the head of a block of lines.",
        '-' when value.StartsWith("- ", StringComparison.Ordinal) => "YAML reads a value that begins with a dash and a space as a list.",
        '?' when value.StartsWith("? ", StringComparison.Ordinal) => "YAML reads a value that begins with a question mark and a space as a key.",
        ']' or '}' or ',' => $"A value cannot begin with {value[0]} in YAML.",
        '#' => null,
        _ when value.Contains(": ", StringComparison.Ordinal) => "A colon followed by a space means a new key to YAML.",
        _ when value.EndsWith(':') => "A colon at the end of a line means a new key to YAML.",
        _ => null,
    };

    private static string? ExplainBracket(string value)
    {
        var close = Closing(value);
        if (close < 0)
        {
            return null;
        }

        var rest = value.AsSpan(close + 1).Trim();
        if (rest.IsEmpty || rest[0] == '#')
        {
            return null;
        }

        return value[0] == '{'
            ? "YAML reads a value that begins with { as a mapping, which ends at the }."
            : "YAML reads a value that begins with [ as a list, which ends at the ].";
    }

    private static int Closing(string value)
    {
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] switch
            {
                '{' or '[' => 1,
                '}' or ']' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? ExplainQuote(string value)
    {
        var close = EndOfQuote(value);
        if (close < 0)
        {
            return null;
        }

        var rest = value.AsSpan(close + 1).Trim();
        return rest.IsEmpty || rest[0] == '#' || rest[0] == ':'
            ? null
            : $"YAML ends a value that begins with {value[0]} at the next {value[0]}, and something follows.";
    }

    private static int EndOfQuote(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[0] == '"' && value[i] == '\\')
            {
                i++;
            }
            else if (value[i] == value[0])
            {
                if (value[0] == '"' || i + 1 == value.Length || value[i + 1] != '\'')
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
