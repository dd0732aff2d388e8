using System.Text.Json;

namespace Spark.Channels;

/// <summary>What came of the search for a person.</summary>
public sealed record Reach
{
    /// <summary>How it ended.</summary>
    public required ReachStatus Status { get; init; }

    /// <summary>The one-to-one conversation, as the channel names it; null unless reached.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The person, as the channel's own events tell it; null unless reached.</summary>
    public Person? Person { get; init; }

    /// <summary>What the channel needs to write there (<see cref="InboundEvent.ChannelDetails"/>); null for nothing.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>Why not, in a sentence for the operator and for whoever asked, without secrets; null when reached.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// True when the channel itself gave this answer; false when the host could not ask it, because it is not there, failed or was too
    /// late. The host sets it.
    /// </summary>
    public bool IsFromChannel { get; init; }

    /// <summary>Nobody was reached.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="reason">Why.</param>
    public static Reach Not(ReachStatus status, string reason) => new() { Status = status, Reason = reason };
}
