namespace Spark.Engine.Reading.Drafts;

/// <summary>A name that an expression takes from its scope.</summary>
/// <param name="Name">The name.</param>
/// <param name="Position">Where it stands in the expression.</param>
internal sealed record ScopeName(string Name, int Position);
