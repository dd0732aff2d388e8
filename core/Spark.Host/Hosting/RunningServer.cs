namespace Spark.Host.Hosting;

/// <summary>A server that takes requests.</summary>
/// <param name="Url">Its first address, without a trailing slash.</param>
/// <param name="MissingPage">Why there is no chat page; null when there is one.</param>
internal sealed record RunningServer(string Url, string? MissingPage);
