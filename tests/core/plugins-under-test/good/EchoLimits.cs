namespace Spark.UnderTest.Good;

internal sealed record EchoLimits
{
    public int Most { get; set; }

    public string? Name { get; set; }
}
