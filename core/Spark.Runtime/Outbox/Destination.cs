namespace Spark.Runtime.Outbox;

/// <summary>Where what leaves a conversation one after the other goes: each destination has a lane of its own, so that none waits for another.</summary>
public enum Destination
{
    /// <summary>Not in order: an action waits for nothing but its own cause.</summary>
    None,

    /// <summary>The person's channel, and what stands between its messages.</summary>
    Channel,

    /// <summary>The desk to which the conversation is relayed.</summary>
    Desk,
}
