namespace Spark.Host.Hosting;

/// <summary>A server that takes requests.</summary>
/// <param name="Url">Its first address, without a trailing slash.</param>
/// <param name="MissingPage">Why there is no chat page; null when there is one.</param>
/// <param name="Services">What it is made of.</param>
internal sealed record RunningServer(string Url, string? MissingPage, IServiceProvider Services);
