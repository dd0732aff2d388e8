namespace Spark.Understanding.Categories;

/// <summary>A category of tickets.</summary>
/// <param name="Id">What the ticket system calls it.</param>
/// <param name="Name">What people call it, such as <c>Hardware &gt; Printers</c>.</param>
/// <param name="Examples">A few texts of tickets in it; may be empty.</param>
public sealed record Category(string Id, string Name, IReadOnlyList<string> Examples);
