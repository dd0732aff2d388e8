using Spark.Engine.Reading;
using Spark.Plugins.Catalog;
using Spark.Plugins.Supervision;

namespace Spark.Plugins.Instances;

/// <summary>How one instance stands: what its last call showed.</summary>
internal sealed class InstanceState(InstanceReport initial)
{
    private volatile InstanceReport report = initial;

    public InstanceReport Report => report;

    public void Move(PluginStatus status, string? reason = null, IReadOnlyList<Finding>? findings = null) =>
        report = report with { Status = status, Reason = reason ?? (findings is [var first, ..] ? first.Message : null), Findings = findings ?? [] };

    /// <summary>Learns from a call. A plugin says itself when it is not ready or refused; success clears either.</summary>
    public void Learn(CallEnd end, string? reason)
    {
        var status = end switch
        {
            CallEnd.Returned => PluginStatus.Running,
            CallEnd.NotReady => PluginStatus.NotReady,
            CallEnd.CredentialsRejected => PluginStatus.CredentialsRejected,
            _ => PluginStatus.Faulted,
        };
        if (report.Status != status || !string.Equals(report.Reason, reason, StringComparison.Ordinal))
        {
            Move(status, reason);
        }
    }
}
