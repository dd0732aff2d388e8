namespace Spark.Runtime.Categories;

/// <summary>What is wrong with a line of a file.</summary>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Message">What is wrong, and how to mend it.</param>
public sealed record CsvProblem(int Line, string Message);
