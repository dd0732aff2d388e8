namespace Spark.TestPlugins.Wire;

/// <summary>A person or a bot, as activities name them.</summary>
internal sealed record Account
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}
