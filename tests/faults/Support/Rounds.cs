namespace Spark.Faults.Tests.Support;

/// <summary>How often a disaster strikes: ten times in <c>./test</c>, a hundred times in <c>./test --all</c>.</summary>
internal static class Rounds
{
    public static int Count { get; } = Environment.GetEnvironmentVariable("SPARK_TEST_ALL") == "1" ? 100 : 10;
}
