namespace Spark.Runtime.Categories;

/// <summary>A category of issues.</summary>
public sealed record CategoryRow
{
    /// <summary>The category.</summary>
    public string Category { get; set; } = "";

    /// <summary>The sub category.</summary>
    public string SubCategory { get; set; } = "";

    /// <summary>Texts that belong to it, for the classifier; may be empty.</summary>
    public IReadOnlyList<string> Examples { get; set; } = [];
}
