namespace Spark.Runtime.ApiCalls;

/// <summary>A request as it is sent, with its secrets masked.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; null for none.</param>
public sealed record SentRequest(string Method, string Address, IReadOnlyList<ApiCallField> Headers, string? Body);
