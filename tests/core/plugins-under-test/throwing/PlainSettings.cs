namespace Spark.UnderTest.Throwing;

internal sealed record PlainSettings
{
    public string Mode { get; set; } = "";
}
