namespace Spark.Simulators.Sparkcentral.Conversations;

internal enum DeskQueue
{
    New,
    Pending,
    Resolved,
}
