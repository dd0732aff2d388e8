using Spark.Simulators.Sparkcentral.Faults;
using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record PlanStatus(RestTarget Target, int Status, int? Times, FaultMoment? Moment);
