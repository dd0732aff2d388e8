namespace Spark.Channels;

/// <summary>What the host lends to a channel instance.</summary>
public sealed record ChannelServices : InstanceServices
{
    /// <summary>Reads conversations of this instance, for channels whose clients pull.</summary>
    public required IConversationFeed Feed { get; init; }
}
