using Spark.Settings;

namespace Spark.UnderTest.Good;

internal sealed record EchoSettings
{
    [Setting("Greeting")]
    public required string Greeting { get; set; }

    [Secret]
    [Setting("Key")]
    public string? Key { get; set; }

    public int Times { get; set; } = 1;

    public bool Loud { get; set; }

    public IReadOnlyList<string> Topics { get; set; } = [];

    public Uri? Url { get; set; }

    public EchoLimits? Limits { get; set; }
}
