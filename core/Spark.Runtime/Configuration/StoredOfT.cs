namespace Spark.Runtime.Configuration;

/// <summary>Something that an administrator has set.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">It.</param>
/// <param name="Edition">Its edition: give it back with a change, and a change of somebody else in between is not lost.</param>
/// <param name="ChangedAt">When it was changed.</param>
public sealed record Stored<T>(T Value, long Edition, DateTimeOffset ChangedAt);
