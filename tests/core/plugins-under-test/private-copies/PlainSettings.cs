namespace Spark.UnderTest.PrivateCopies;

internal sealed record PlainSettings
{
    public string Mode { get; set; } = "";
}
