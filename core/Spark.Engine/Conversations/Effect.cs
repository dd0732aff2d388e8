using System.Text.Json.Serialization;

namespace Spark.Engine.Conversations;

/// <summary>What a turn wants done outside. It runs after the commit. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendMessage), "send")]
[JsonDerivedType(typeof(InvokeAction), "action")]
[JsonDerivedType(typeof(OpenOffload), "offload")]
[JsonDerivedType(typeof(TellDesk), "tell-desk")]
public abstract record Effect
{
    private protected Effect()
    {
    }
}
