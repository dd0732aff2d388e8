namespace Spark.Testing.Reports;

/// <summary>How much of something tests came by.</summary>
/// <param name="Passed">How many.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Missing">Those that none came by, each with its place.</param>
internal sealed record Coverage(int Passed, int Total, IReadOnlyList<string> Missing)
{
    /// <summary>True when none is missing.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>How much in percent, rounded down: 100 means all.</summary>
    public int Percent => Total == 0 ? 100 : Passed * 100 / Total;
}
