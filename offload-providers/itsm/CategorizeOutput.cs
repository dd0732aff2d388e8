namespace Spark.Offload.Itsm;

/// <summary>What expressions of the step see.</summary>
/// <param name="Category">The category; empty when nothing fits.</param>
/// <param name="SubCategory">The sub category.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
/// <param name="Names">The likeliest categories as people read them, the best first, three at the most.</param>
internal sealed record CategorizeOutput(string Category, string SubCategory, double Confidence, IReadOnlyList<string> Names);
