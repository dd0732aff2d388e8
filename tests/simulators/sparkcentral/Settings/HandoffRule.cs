namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>Where a delegated conversation goes when the virtual agent gives it back.</summary>
internal enum HandoffRule
{
    NewQueue,
    PreviousAgent,
}
