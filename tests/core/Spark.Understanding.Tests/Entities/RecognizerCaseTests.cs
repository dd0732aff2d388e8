using Spark.Benchmarks.Understanding;
using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Entities;

/// <summary>The recognizers' public cases, where they are there: the rates are the least that holds (docs/benchmarks.md has them all).</summary>
public sealed class RecognizerCaseTests
{
    [Theory]
    [InlineData("number", 0.95, 0.95)]
    [InlineData("ordinal", 0.95, 0.92)]
    [InlineData("percent", 0.95, 0.95)]
    [InlineData("boolean", 0.95, 0.95)]
    [InlineData("email", 0.95, 0.95)]
    [InlineData("url", 0.95, 0.95)]
    [InlineData("phonenumber", 0.95, 0.95)]
    [InlineData("currency", 0.95, 0.92)]
    [InlineData("dimension", 0.90, 0.88)]
    [InlineData("temperature", 0.95, 0.92)]
    [InlineData("age", 0.95, 0.95)]
    [InlineData("datetime", 0.91, 0.86)]
    public void Entities_come_out_as_the_recognizers_find_them(string file, double least, double leastInALanguage)
    {
        string folder = Path.GetDirectoryName(TestDataFolder.Find("recognizers", file + ".jsonl"))!;
        EntityScore score = EntityScore.Of(folder, file, null);
        TestContext.Current.TestOutputHelper?.WriteLine(score.Misses());
        score.Rate(null).ShouldBeGreaterThanOrEqualTo(least, score.Misses());
        score.Languages.ShouldAllBe(language => score.Rate(language) >= leastInALanguage, score.Table());
    }
}
