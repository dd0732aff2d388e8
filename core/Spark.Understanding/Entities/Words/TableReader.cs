namespace Spark.Understanding.Entities.Words;

/// <summary>
/// Reads tables of words. A line is <c>set name: value</c>, <c>rule name: pattern</c> or
/// <c>category: phrase|phrase=meaning; phrase=meaning</c>; a line that starts with a space continues the one before.
/// Parentheses in a phrase give alternatives: <c>hour(|s)</c> is "hour" and "hours". A phrase without a meaning means itself.
/// </summary>
internal static class TableReader
{
    public static LanguageTable Read(params string[] texts)
    {
        var table = new LanguageTable();
        foreach (string line in texts.SelectMany(Lines))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw new InvalidDataException($"A line without a colon in a table of words: {line}");
            }

            Add(table, line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return table;
    }

    private static IEnumerable<string> Lines(string text)
    {
        string? line = null;
        foreach (string raw in text.Split('\n').Select(raw => raw.TrimEnd('\r')))
        {
            if (raw.Length > 0 && raw[0] == ' ' && line is not null)
            {
                line += raw;
                continue;
            }

            if (line is not null)
            {
                yield return line;
            }

            line = raw.Length == 0 || raw[0] == '#' ? null : raw;
        }

        if (line is not null)
        {
            yield return line;
        }
    }

    private static void Add(LanguageTable table, string head, string body)
    {
        string[] words = head.Split(' ');
        if (words is ["set", var name])
        {
            table.Set(name, body);
        }
        else if (words is ["rule", var rule])
        {
            table.Rules.Add((rule, body));
        }
        else
        {
            foreach (string entry in body.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                int equals = entry.LastIndexOf('=');
                foreach (string phrase in PhraseExpansion.Of(equals < 0 ? entry : entry[..equals]))
                {
                    table.Add(head, phrase.Trim(), equals < 0 ? phrase.Trim() : entry[(equals + 1)..].Trim());
                }
            }
        }
    }
}
