namespace Spark.TestPlugins.Bad;

/// <summary>The step's fields.</summary>
internal sealed record BadInput
{
    /// <summary>How: see <see cref="Misbehaviour"/>.</summary>
    public required string Misbehave { get; set; }

    /// <summary>What a test knows it by.</summary>
    public string? About { get; set; }
}
