namespace Spark.TestPlugins.Deed;

/// <summary>What expressions of the step see.</summary>
internal sealed record DeedOutput
{
    public required int Status { get; set; }
}
