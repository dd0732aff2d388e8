namespace Spark.Runtime.Categories;

/// <summary>The list of categories, as it was uploaded.</summary>
public sealed record CategoryList
{
    /// <summary>The file's name.</summary>
    public string File { get; set; } = "";

    /// <summary>The categories, in the file's order.</summary>
    public IReadOnlyList<CategoryRow> Rows { get; set; } = [];
}
