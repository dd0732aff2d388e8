namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>Who holds a conversation: a human, or the virtual agent in one of its two roles.</summary>
internal sealed record Owner(OwnerKind Kind, string Name)
{
    public bool IsVirtualAgent => Kind is OwnerKind.Inception or OwnerKind.Delegation;
}
