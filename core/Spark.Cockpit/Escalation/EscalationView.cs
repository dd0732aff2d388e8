using Spark.Runtime.Configuration;
using Spark.Runtime.Escalation;

namespace Spark.Cockpit.Escalation;

/// <summary>The escalation's settings.</summary>
/// <param name="Settings">They; null when there are none.</param>
/// <param name="Edition">Their edition; 0 when there are none.</param>
/// <param name="ChangedAt">When they were changed.</param>
/// <param name="Problems">What does not fit any more, since an API Call was changed or removed.</param>
internal sealed record EscalationView(EscalationSettings? Settings, long Edition, DateTimeOffset? ChangedAt, IReadOnlyList<SettingProblem> Problems);
