using System.Globalization;
using System.Text;
using Spark.Engine.Reading.Locales;

namespace Spark.Runtime.Categories;

/// <summary>Reads and writes lists of categories as CSV: <c>category,sub_category</c>, one issue type a line.</summary>
internal static class CategoryFile
{
    public const int MostRows = 1_000;
    public const int MostExamples = 10_000;
    public const int LargestFile = 2 * 1024 * 1024;

    private const int LongestCell = 100;
    private const int LongestExample = 500;
    private const int MostProblems = 200;
    private const string Category = "category";
    private const string SubCategory = "sub_category";
    private const string Example = "example";

    /// <summary>Reads a list. It holds only when there is no problem.</summary>
    public static (IReadOnlyList<CategoryRow> Rows, IReadOnlyList<CsvProblem> Problems) Read(ReadOnlyMemory<byte> file)
    {
        var problems = new List<CsvProblem>();
        var rows = new List<CategoryRow>();
        var seen = new Dictionary<(string, string), int>();
        foreach (var (line, cells) in Records(file, [Category, SubCategory], problems))
        {
            var row = new CategoryRow { Category = cells[0].Trim(), SubCategory = cells[1].Trim() };
            Cell(row.Category, Category, line, LongestCell, problems);
            Cell(row.SubCategory, SubCategory, line, LongestCell, problems);
            if (!seen.TryAdd(Key(row), line))
            {
                problems.Add(new(line, Text($"'{row.Category}, {row.SubCategory}' is there already, on line {seen[Key(row)]}: each line is an issue type of its own.")));
            }

            rows.Add(row);
        }

        if (rows.Count > MostRows)
        {
            problems.Add(new(0, Text($"The file has {rows.Count} issue types; {MostRows} are the most.")));
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(0, "The file has no issue types below its header."));
        }

        return (rows, Sorted(problems));
    }

    /// <summary>Reads example sentences of categories that a list has.</summary>
    public static (IReadOnlyList<CategoryRow> Rows, IReadOnlyList<CsvProblem> Problems) ReadExamples(
        ReadOnlyMemory<byte> file, IReadOnlyList<CategoryRow> list)
    {
        var problems = new List<CsvProblem>();
        var examples = list.ToDictionary(Key, _ => new List<string>());
        var count = 0;
        foreach (var (line, cells) in Records(file, [Category, SubCategory, Example], problems))
        {
            var row = new CategoryRow { Category = cells[0].Trim(), SubCategory = cells[1].Trim() };
            Cell(cells[2], Example, line, LongestExample, problems);
            count++;
            if (examples.TryGetValue(Key(row), out var texts))
            {
                texts.Add(cells[2].Trim());
            }
            else
            {
                problems.Add(new(line, $"'{row.Category}, {row.SubCategory}' is not in the list of categories."));
            }
        }

        if (count > MostExamples)
        {
            problems.Add(new(0, Text($"The file has {count} examples; {MostExamples} are the most.")));
        }

        return ([.. list.Select(row => row with { Examples = examples[Key(row)] })], Sorted(problems));
    }

    /// <summary>Writes a list, as it can be read again; no spreadsheet takes its texts for formulas.</summary>
    public static string Write(IReadOnlyList<CategoryRow> rows)
    {
        var text = new StringBuilder("category,sub_category\r\n");
        foreach (var row in rows)
        {
            text.Append(Quote(row.Category)).Append(',').Append(Quote(row.SubCategory)).Append("\r\n");
        }

        return text.ToString();
    }

    public static (string, string) Key(CategoryRow row) => (row.Category.ToUpperInvariant(), row.SubCategory.ToUpperInvariant());

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(ReadOnlyMemory<byte> file, string[] columns, List<CsvProblem> problems)
    {
        if (CsvText.Read(file, LargestFile, problems) is not { } text)
        {
            yield break;
        }

        int[]? order = null;
        foreach (var line in CsvReader.Read(text))
        {
            if (order is null)
            {
                if (CsvHeader.Read(line, columns, problems) is not { } found)
                {
                    yield break;
                }

                order = found;
            }
            else if (line.Problem is { } problem)
            {
                problems.Add(new(line.Line, problem));
            }
            else if (line.Cells.Count != columns.Length)
            {
                problems.Add(new(line.Line, Text($"The line has {line.Cells.Count} columns, and {columns.Length} are needed. A comma inside a cell needs quotes around it.")));
            }
            else
            {
                yield return (line.Line, [.. order.Select(column => SpreadsheetText.Bare(line.Cells[column]))]);
            }
        }

        if (order is null)
        {
            problems.Add(new(0, $"The file is empty. Its first line is: {string.Join(',', columns)}"));
        }
    }

    private static void Cell(string text, string column, int line, int longest, List<CsvProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new(line, $"The column '{column}' is empty."));
        }
        else if (text.Length > longest)
        {
            problems.Add(new(line, Text($"The column '{column}' is longer than {longest} characters.")));
        }
        else if (text.Any(char.IsControl))
        {
            problems.Add(new(line, $"The column '{column}' holds a line break or a control character."));
        }
    }

    private static List<CsvProblem> Sorted(List<CsvProblem> problems)
    {
        var sorted = problems.OrderBy(problem => problem.Line).ToList();
        return sorted.Count <= MostProblems
            ? sorted
            : [.. sorted.Take(MostProblems), new(0, Text($"And {sorted.Count - MostProblems} problems more."))];
    }

    private static string Quote(string text)
    {
        var cell = SpreadsheetText.Guard(text);
        return cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
