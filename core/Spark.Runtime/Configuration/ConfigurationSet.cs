namespace Spark.Runtime.Configuration;

/// <summary>All that administrators have set, at one moment.</summary>
/// <param name="Revision">The revision that it is of.</param>
/// <param name="Items">The items, by kind and name.</param>
public sealed record ConfigurationSet(long Revision, IReadOnlyList<ConfigurationItem> Items);
