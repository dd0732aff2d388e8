using Spark.Engine.Reading;

namespace Spark.Testing.Suites;

/// <summary>What became of reading a bot's tests.</summary>
/// <param name="Suites">The suites; those with errors are left out.</param>
/// <param name="Findings">What was found, by file, line and column.</param>
internal sealed record SuitesRead(IReadOnlyList<TestSuite> Suites, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when tests cannot be run as they were meant.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Level == FindingLevel.Error);
}
