namespace Spark.Cockpit.Categories;

/// <summary>Asks for the category of a text.</summary>
internal sealed record ClassifyRequest
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";
}
