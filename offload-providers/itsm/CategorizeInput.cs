namespace Spark.Offload.Itsm;

/// <summary>The fields of the step.</summary>
internal sealed record CategorizeInput
{
    /// <summary>The text: what the person said.</summary>
    public string Categorize { get; set; } = "";

    /// <summary>What the person chose of the names that were offered.</summary>
    public string? Chosen { get; set; }
}
