namespace Spark.Cockpit.Metrics;

/// <summary>The tags of a series.</summary>
internal readonly record struct TagKey(KeyValuePair<string, object?>[] Tags);
