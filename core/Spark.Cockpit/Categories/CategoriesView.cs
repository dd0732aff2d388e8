using Spark.Runtime.Categories;

namespace Spark.Cockpit.Categories;

/// <summary>The list of categories.</summary>
/// <param name="File">The name of the file that it came from; null when there is no list.</param>
/// <param name="Edition">Its edition; 0 when there is no list.</param>
/// <param name="ChangedAt">When it was uploaded.</param>
/// <param name="Rows">The categories, in the file's order.</param>
internal sealed record CategoriesView(string? File, long Edition, DateTimeOffset? ChangedAt, IReadOnlyList<CategoryRow> Rows);
