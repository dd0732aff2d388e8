using System.Text;

namespace Spark.Runtime.Categories;

/// <summary>Reads CSV by RFC 4180, strictly: what is not quoted rightly is told with its line instead of being guessed.</summary>
internal static class CsvReader
{
    public static IEnumerable<CsvLine> Read(string text)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (begun, cells) = (line, new List<string>());
            string? problem = null;
            do
            {
                cells.Add(Cell(text, ref at, ref line, ref problem));
            }
            while (Skip(text, ref at, ','));

            if (problem is not null || !EndLine(text, ref at, ref line))
            {
                problem ??= "There is text behind a closing quotation mark: write \"\" for a quotation mark inside quotes.";
                SkipLine(text, ref at, ref line);
            }

            if (problem is not null || cells.Count > 1 || cells[0].Trim().Length > 0)
            {
                yield return new(begun, cells, problem);
            }
        }
    }

    private static string Cell(string text, ref int at, ref int line, ref string? problem)
    {
        if (at < text.Length && text[at] == '"')
        {
            return Quoted(text, ref at, ref line, ref problem);
        }

        var start = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            if (text[at] == '"')
            {
                problem ??= "There is a quotation mark inside a cell that is not quoted: quote the whole cell and write \"\" for the mark.";
            }

            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at, ref int line, ref string? problem)
    {
        var cell = new StringBuilder();
        var (start, startLine) = (at, line);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return cell.ToString();
                }

                at++;
            }

            line += text[at] == '\n' ? 1 : 0;
            cell.Append(text[at]);
        }

        // The rest of the file would be its content: the line is taken as lost, and the reading goes on behind it.
        problem = "A quotation mark is opened and never closed.";
        (at, line) = (start, startLine);
        return "";
    }

    private static bool Skip(string text, ref int at, char sign)
    {
        if (at < text.Length && text[at] == sign)
        {
            at++;
            return true;
        }

        return false;
    }

    private static bool EndLine(string text, ref int at, ref int line)
    {
        if (at >= text.Length)
        {
            return true;
        }

        if (text[at] is not ('\r' or '\n'))
        {
            return false;
        }

        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        line++;
        return true;
    }

    private static void SkipLine(string text, ref int at, ref int line)
    {
        while (!EndLine(text, ref at, ref line))
        {
            at++;
        }
    }
}
