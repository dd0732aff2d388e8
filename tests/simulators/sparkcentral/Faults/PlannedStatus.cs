using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>A status for the next calls of a target.</summary>
internal sealed record PlannedStatus(RestTarget Target, int Status, int Times, FaultMoment Moment);
