using Spark.Channels;
using Spark.Webhooks;

namespace Spark.Testing.Conformance;

/// <summary>A channel, as <see cref="ChannelConformance"/> tries it.</summary>
public sealed record ChannelCase
{
    /// <summary>The channel, with a far side that takes what it sends.</summary>
    public required IChannel Channel { get; init; }

    /// <summary>A true request, in which a person says something.</summary>
    public required WebhookRequest PersonSpeaks { get; init; }

    /// <summary>What the channel tells of a conversation that it can send to; null when it tells nothing.</summary>
    public System.Text.Json.JsonElement? ChannelDetails { get; init; }
}
