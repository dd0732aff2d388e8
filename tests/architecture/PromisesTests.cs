using System.Text.RegularExpressions;
using Spark.Tests;

namespace Spark.Architecture.Tests;

/// <summary>What docs/what-holds-the-engine.md names is there.</summary>
public sealed partial class PromisesTests
{
    private static readonly IReadOnlyList<string> Named =
        [.. TestName().Matches(File.ReadAllText(Repository.Path("docs", "what-holds-the-engine.md"))).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static readonly ILookup<string, string> Tests = Directory
        .EnumerateFiles(Repository.Path("tests"), "*Tests.cs", SearchOption.AllDirectories)
        .ToLookup(file => System.IO.Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    [Fact]
    public void The_page_names_tests() => Named.Count.ShouldBeGreaterThan(50);

    [Fact]
    public void Every_test_that_the_page_names_exists() => Named.Where(name => !Exists(name)).ShouldBeEmpty();

    private static bool Exists(string name) => name.Split('.') is [var type, .. var method]
        && Tests[type].Any(text => method.Length == 0 || text.Contains($" {method[0]}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`(?<name>[A-Z]\w+Tests(\.[A-Z]\w+)?)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestName();
}
