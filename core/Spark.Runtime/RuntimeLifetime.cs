namespace Spark.Runtime;

/// <summary>The life of the host, by which work that was accepted is bound, rather than by that of a request.</summary>
/// <param name="Stopped">Ends when the host has stopped: nothing under way can be waited for any longer.</param>
public sealed record RuntimeLifetime(CancellationToken Stopped);
