using System.Globalization;
using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>An effect and where it stands.</summary>
public sealed record OutboxEntry
{
    /// <summary>Its name.</summary>
    public required EffectAddress Address { get; init; }

    /// <summary>The id of the channel instance.</summary>
    public required string Instance { get; init; }

    /// <summary>The conversation, as the channel names it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What is to be done.</summary>
    public required Effect Effect { get; init; }

    /// <summary>What the channel told of the conversation last, which it may need to reach it.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>Where it stands.</summary>
    public required OutboxStatus Status { get; init; }

    /// <summary>The owner's epoch for which it was made.</summary>
    public required int Epoch { get; init; }

    /// <summary>The sequence of the inbound event at the root of it.</summary>
    public required long Cause { get; init; }

    /// <summary>When its turn was.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The span of the turn that wanted it (W3C <c>traceparent</c>); null when nobody recorded it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How many attempts have begun, or may have: an attempt is counted before its call.</summary>
    public int Attempts { get; init; }

    /// <summary>True when an earlier attempt may have reached the far side.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>When the next attempt is due; null for now.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The root sequence of the request in whose response it left.</summary>
    public long? AnsweredBy { get; init; }

    /// <summary>True when an operator has opened it again: its age is no reason to give it up any more.</summary>
    public bool IsLate { get; init; }

    /// <summary>True when its end comes back as an event.</summary>
    public bool IsAwaited => Effect is not SendMessage { Completion: null };

    /// <summary>The key by which its result is known. What an operator has opened again gives a result of its own, beside the first.</summary>
    public SeenKey ResultKey => new(
        SeenKey.Effects, IsLate ? string.Create(CultureInfo.InvariantCulture, $"{Address.Effect}+{Attempts}") : Address.Effect.ToString());
}
