namespace Spark.UnderTest.Hanging;

internal sealed record PlainSettings
{
    public string Mode { get; set; } = "";
}
