namespace Spark.Testing.Conformance;

/// <summary>A rule that a plugin breaks.</summary>
/// <param name="Rule">The rule's name, such as <c>repeats</c>.</param>
/// <param name="What">What it did, in a sentence.</param>
public sealed record Violation(string Rule, string What);
