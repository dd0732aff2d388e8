namespace Spark.Runtime.Categories;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Cells">Its cells, as they are.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
internal sealed record CsvLine(int Line, IReadOnlyList<string> Cells, string? Problem);
