namespace Spark.TestPlugins.Wire;

/// <summary>What replies need to know of a conversation. The host keeps it, so that it outlives every process.</summary>
internal sealed record WireDetails
{
    public string? ServiceUrl { get; set; }

    public Account? Bot { get; set; }

    public Account? Person { get; set; }
}
