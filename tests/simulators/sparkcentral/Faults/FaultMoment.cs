namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>Whether a fault strikes before a call has had its effect, or after.</summary>
internal enum FaultMoment
{
    Before,
    After,
}
