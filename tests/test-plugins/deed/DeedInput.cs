namespace Spark.TestPlugins.Deed;

/// <summary>The step's fields.</summary>
internal sealed record DeedInput
{
    /// <summary>What is to be done.</summary>
    public required string Deed { get; set; }

    /// <summary>Where it is done; without it, <c>deeds</c> below the environment's public address.</summary>
    public Uri? Url { get; set; }
}
