namespace Spark.Host.Hosting;

/// <summary>How the host stops.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Shutdown";

    /// <summary>
    /// How long the listeners stay open after readiness says no: longer than a balancer takes to notice. By default five seconds on
    /// PostgreSQL, and nothing on SQLite, where there is no other node to turn to.
    /// </summary>
    public TimeSpan? ServeOn { get; set; }

    /// <summary>How long stopping may take altogether; what has not ended then is cut off, and found again at the next start.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(30);
}
