namespace Spark.Simulators.Sparkcentral.Conversations;

internal enum OwnerKind
{
    Human,

    /// <summary>The virtual agent, because the conversation began in its channel.</summary>
    Inception,

    /// <summary>The virtual agent, because a human gave it the conversation.</summary>
    Delegation,
}
