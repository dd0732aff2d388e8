namespace Spark.UnderTest.Good;

internal sealed record ReverseInput
{
    public required string Reverse { get; init; }

    public int Times { get; set; } = 1;
}
