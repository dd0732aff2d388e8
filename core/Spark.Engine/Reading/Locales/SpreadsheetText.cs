namespace Spark.Engine.Reading.Locales;

/// <summary>
/// Texts in tables for spreadsheets. One that would be taken for a formula, and people write these texts, gets an apostrophe before it
/// (OWASP, "CSV Injection"); it is taken off again where such a table comes back.
/// </summary>
public static class SpreadsheetText
{
    /// <summary>The text as a cell that no spreadsheet works out.</summary>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text.AsSpan().TrimStart('\'')) ? $"'{text}" : text;
    }

    /// <summary>The text that <see cref="Guard"/> was given.</summary>
    public static string Bare(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith('\'') && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;
    }

    // A text that has apostrophes of its own before it gets one more, so that what comes back is what it was.
    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
