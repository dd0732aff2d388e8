namespace Spark.Escalation;

/// <summary>A category of issues, from the administrators' list. Since contract 1.2.</summary>
/// <param name="Category">The category.</param>
/// <param name="SubCategory">The sub category.</param>
public sealed record IssueCategory(string Category, string SubCategory);
