namespace Spark.TestPlugins.Bad;

/// <summary>What expressions of the step see.</summary>
internal sealed record BadOutput
{
    public required string Did { get; set; }
}
