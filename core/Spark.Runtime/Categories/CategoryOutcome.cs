namespace Spark.Runtime.Categories;

/// <summary>What became of an upload.</summary>
/// <param name="Edition">The new edition; null when nothing was changed.</param>
/// <param name="List">The list that the file makes; null when it makes none.</param>
/// <param name="Problems">All that is wrong with the file.</param>
public sealed record CategoryOutcome(long? Edition, CategoryList? List, IReadOnlyList<CsvProblem> Problems)
{
    /// <summary>True when somebody else has changed the list since.</summary>
    public bool IsOutdated => Edition is null && Problems.Count == 0;

    public static CategoryOutcome Refused(IReadOnlyList<CsvProblem> problems) => new(null, null, problems);
}
