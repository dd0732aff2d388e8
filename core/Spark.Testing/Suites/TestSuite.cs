using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>A file of conversation tests.</summary>
/// <param name="Id">The suite's id.</param>
/// <param name="Tests">The tests, in the order of the file.</param>
internal sealed record TestSuite(string Id, IReadOnlyList<BotTest> Tests)
{
    /// <summary>Where it stands.</summary>
    public SourceLocation At { get; init; }
}
