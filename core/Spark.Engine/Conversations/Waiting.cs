using System.Text.Json.Serialization;

namespace Spark.Engine.Conversations;

/// <summary>What a conversation waits for, at the top of its stack. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "for")]
[JsonDerivedType(typeof(WaitingForAnswer), "answer")]
[JsonDerivedType(typeof(WaitingForApproval), "approval")]
[JsonDerivedType(typeof(WaitingForEffect), "effect")]
public abstract record Waiting
{
    private protected Waiting()
    {
    }
}
