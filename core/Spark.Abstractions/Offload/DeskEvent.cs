using System.Text.Json.Serialization;

namespace Spark.Offload;

/// <summary>
/// What a desk says about a conversation that it was given. The host stores it, and answers the desk only afterwards. Each is a sign of
/// life: the lease of the conversation begins anew. The set is closed. Since contract 1.2.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "desk")]
[JsonDerivedType(typeof(AgentJoined), "joined")]
[JsonDerivedType(typeof(AgentMessage), "message")]
[JsonDerivedType(typeof(AgentTyping), "typing")]
[JsonDerivedType(typeof(QueueMoved), "queue")]
[JsonDerivedType(typeof(DeskAlive), "alive")]
[JsonDerivedType(typeof(DeskClosed), "closed")]
public abstract record DeskEvent
{
    private protected DeskEvent()
    {
    }

    /// <summary>The desk's id of the conversation (<see cref="OffloadDecision.ExternalId"/>).</summary>
    public required string ExternalId { get; init; }

    /// <summary>
    /// The keys by which a repeated delivery is known, at least one, unique within the conversation. If one of them was seen before, the
    /// event is a duplicate: it is answered, and nothing happens.
    /// </summary>
    public required IReadOnlyList<string> Keys { get; init; }
}
