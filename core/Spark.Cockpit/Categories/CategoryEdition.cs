namespace Spark.Cockpit.Categories;

/// <summary>A list of categories that there was.</summary>
/// <param name="Edition">Its edition.</param>
/// <param name="ChangedAt">When it was uploaded.</param>
/// <param name="File">The file's name.</param>
/// <param name="Rows">How many categories it has.</param>
internal sealed record CategoryEdition(long Edition, DateTimeOffset ChangedAt, string File, int Rows);
