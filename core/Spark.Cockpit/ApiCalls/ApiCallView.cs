using Spark.Runtime.ApiCalls;

namespace Spark.Cockpit.ApiCalls;

/// <summary>An API Call.</summary>
/// <param name="ApiCall">It.</param>
/// <param name="UsedBy">Where it is used, in words.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="ChangedAt">When it was changed.</param>
internal sealed record ApiCallView(ApiCallDefinition ApiCall, IReadOnlyList<string> UsedBy, long Edition, DateTimeOffset ChangedAt);
