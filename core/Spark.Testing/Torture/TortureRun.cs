using Spark.Testing.Playing;

namespace Spark.Testing.Torture;

/// <summary>A test that was played again under a hardship.</summary>
/// <param name="Test">The test, as it went without.</param>
/// <param name="Hardship">What was made hard.</param>
/// <param name="IsReal">True when it was a process of its own, with its database in a file.</param>
/// <param name="Difference">Where it went differently, a line each; empty when it did not.</param>
internal sealed record TortureRun(PlayedTest Test, Hardship Hardship, bool IsReal, IReadOnlyList<string> Difference)
{
    /// <summary>True when it went as without.</summary>
    public bool IsGood => Difference.Count == 0;
}
