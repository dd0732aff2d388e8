namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>Which id a conversation has when the contact writes again after it was resolved. The vendor does not say.</summary>
internal enum ReopenRule
{
    NewId,
    SameId,
}
