using Spark.Simulators.Sparkcentral.Faults;
using Spark.Simulators.Sparkcentral.Rest;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>Which calls to keep waiting, or to let go; without a target all three.</summary>
internal sealed record HoldCalls(RestTarget? Target, FaultMoment? Moment);
