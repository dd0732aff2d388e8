namespace Spark.Engine.Reading.Values;

/// <summary>Finds the expressions of a text that parses.</summary>
internal static class Placeholders
{
    /// <summary>The expressions.</summary>
    public static IReadOnlyList<Placeholder> Find(string text) => Scan(text).Found;

    /// <summary>Where an expression begins that has no end; null when there is none.</summary>
    public static int? FindUnclosed(string text) => Scan(text).Unclosed;

    private static (List<Placeholder> Found, int? Unclosed) Scan(string text)
    {
        var found = new List<Placeholder>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    if (depth++ == 0)
                    {
                        start = i + 1;
                    }

                    break;
                case '}' when depth > 0:
                    if (--depth == 0)
                    {
                        found.Add(new(text[start..i], start));
                    }

                    break;
                case '"' or '\'' when depth > 0:
                    i = EndOfString(text, i);
                    break;
                default:
                    break;
            }
        }

        return (found, depth > 0 ? start - 1 : null);
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i;
            }
        }

        return text.Length;
    }
}
