namespace Spark.TestPlugins.Deed;

/// <summary>What the far side is told.</summary>
internal sealed record DeedOrder
{
    public required string Key { get; set; }

    public required string Text { get; set; }

    public required int Attempt { get; set; }
}
