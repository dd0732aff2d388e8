namespace Spark.Channels;

/// <summary>Requests that may be larger than the others, because they bring files. The host reads only some of them at a time. Since contract 1.4.</summary>
/// <param name="PathEnding">How the path of such a request ends, such as <c>/upload</c>.</param>
/// <param name="MaxBytes">The largest body, in bytes.</param>
public sealed record LargeRequests(string PathEnding, int MaxBytes);
