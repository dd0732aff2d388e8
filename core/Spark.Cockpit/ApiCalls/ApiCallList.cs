namespace Spark.Cockpit.ApiCalls;

/// <summary>All API Calls, by name.</summary>
internal sealed record ApiCallList(IReadOnlyList<ApiCallView> ApiCalls);
