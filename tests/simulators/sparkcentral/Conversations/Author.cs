namespace Spark.Simulators.Sparkcentral.Conversations;

internal enum Author
{
    Contact,
    VirtualAgent,
    Human,
    System,
}
