using Spark.Runtime.Escalation;

namespace Spark.Cockpit.Escalation;

/// <summary>The escalation's settings as an administrator wants them.</summary>
internal sealed record EscalationRequest
{
    public EscalationSettings Settings { get; set; } = new();

    /// <summary>The edition that is to be replaced, 0 for none; null for whichever.</summary>
    public long? Edition { get; set; }
}
