namespace Spark.Cockpit.Categories;

/// <summary>The lists there were, the newest first; the first is the present one.</summary>
internal sealed record CategoryHistory(IReadOnlyList<CategoryEdition> Editions);
