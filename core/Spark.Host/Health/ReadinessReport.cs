namespace Spark.Host.Health;

/// <summary>Whether the host should get requests.</summary>
/// <param name="IsReady">True when it should.</param>
/// <param name="Reasons">Why not, a sentence each; none when it should.</param>
internal sealed record ReadinessReport(bool IsReady, IReadOnlyList<string> Reasons)
{
    /// <summary>The same, in a word.</summary>
    public string Status => IsReady ? "ready" : "not ready";
}
