using Spark.Offload;
using Spark.Webhooks;

namespace Spark.Testing.Conformance;

/// <summary>An offload provider and its far side, as <see cref="OffloadConformance"/> tries them.</summary>
public sealed record OffloadCase
{
    /// <summary>The provider's kind.</summary>
    public required OffloadKind Kind { get; init; }

    /// <summary>The provider, with a far side that accepts.</summary>
    public required IOffloadProvider Provider { get; init; }

    /// <summary>The id of the channel's plugin whose conversations it takes.</summary>
    public string Channel { get; init; } = "a-channel";

    /// <summary>True for a provider of kind link whose far side finds the person by itself, in Teams for instance: it gives no address to go to.</summary>
    public bool FindsThePerson { get; init; }

    /// <summary>Lets the far side's next answer get lost, after it has acted; null where there is no far side.</summary>
    public Action? LoseNextAnswer { get; init; }

    /// <summary>How many conversations the far side was given; null where there is no far side.</summary>
    public Func<int>? Conversations { get; init; }

    /// <summary>How many messages the far side was given; null where it takes none.</summary>
    public Func<int>? Messages { get; init; }

    /// <summary>Makes a true webhook of the far side, in which an agent says something in a conversation; null where there are none.</summary>
    public Func<string, WebhookRequest>? AgentSpeaks { get; init; }
}
