namespace Spark.TestPlugins.Bad;

/// <summary>The step's fields.</summary>
internal sealed record BadInput
{
    /// <summary>How: see <see cref="Misbehaviour"/>.</summary>
    public required string Misbehave { get; set; }
}
