namespace Spark.Channels.Teams.Outbound;

/// <summary>Splits a text that is too long for one message: between paragraphs if it can, else lines, else words, never within a character.</summary>
internal static class TextSplitter
{
    private static readonly string[] Breaks = ["\n\n", "\n", " "];

    public static IEnumerable<string> Split(string text, int longest)
    {
        while (text.Length > longest)
        {
            var at = Place(text, longest);
            yield return text[..at].TrimEnd();
            text = text[at..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    // A break in the first half would leave a crumb.
    private static int Place(string text, int longest)
    {
        foreach (var mark in Breaks)
        {
            var at = text.LastIndexOf(mark, longest - 1, StringComparison.Ordinal);
            if (at > longest / 2)
            {
                return at + mark.Length <= longest ? at + mark.Length : at;
            }
        }

        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
