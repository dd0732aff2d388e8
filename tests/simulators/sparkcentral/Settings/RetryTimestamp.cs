namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>Whether a repeated delivery is stamped and signed anew. The vendor does not say.</summary>
internal enum RetryTimestamp
{
    Fresh,
    Same,
}
