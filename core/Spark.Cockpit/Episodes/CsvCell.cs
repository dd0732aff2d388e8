using System.Buffers;
using Spark.Engine.Reading.Locales;

namespace Spark.Cockpit.Episodes;

/// <summary>A cell of a table for spreadsheets.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>The cell's text. What a spreadsheet would take for a formula gets an apostrophe before it: people write these texts.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = SpreadsheetText.Guard(text);
        return safe.AsSpan().ContainsAny(Special) || safe.Length != text.Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
