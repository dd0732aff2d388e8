namespace Spark.Runtime.Categories;

/// <summary>Reads the first line of a CSV file.</summary>
internal static class CsvHeader
{
    /// <summary>Where each wanted column stands; null when they are not just these.</summary>
    public static int[]? Read(CsvLine line, string[] columns, List<CsvProblem> problems)
    {
        var wanted = string.Join(',', columns);
        var cells = line.Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        if (line.Problem is null && cells.Count == columns.Length && columns.All(cells.Contains))
        {
            return [.. columns.Select(column => cells.IndexOf(column))];
        }

        problems.Add(new(line.Line, cells switch
        {
            _ when line.Problem is { } problem => problem,
            [var one] when one.Contains(';', StringComparison.Ordinal) => $"The columns are separated by semicolons. Save the file with commas (in a spreadsheet: CSV UTF-8, comma separated); the first line is: {wanted}",
            [var one] when one.Contains('\t', StringComparison.Ordinal) => $"The columns are separated by tabs. Save the file with commas; the first line is: {wanted}",
            _ when cells.Contains("subcategory") => $"The column is called sub_category, with an underscore; the first line is: {wanted}",
            _ when columns.All(cells.Contains) => $"There are columns too many: {string.Join(", ", cells.Except(columns, StringComparer.Ordinal).Select(name => $"'{name}'"))}. The first line is: {wanted}",
            _ => $"The first line names the columns, and is: {wanted}",
        }));
        return null;
    }
}
