namespace Spark.Simulators.Sparkcentral.Conversations;

internal enum Completion
{
    None,
    HandOver,
    Resolved,
}
