namespace Spark.Offload;

/// <summary>What happens to a conversation that an offload provider takes.</summary>
public enum OffloadKind
{
    /// <summary>Spark keeps the channel and carries messages between person and agent.</summary>
    Relay,

    /// <summary>The desk owns the channel and takes its conversation back; Spark is silent until it is lent again.</summary>
    Owner,

    /// <summary>A ticket is opened; the conversation stays with the bot.</summary>
    Ticket,

    /// <summary>The person gets a link to where agents are; the conversation stays with the bot.</summary>
    Link,
}
