namespace Spark.Offload;

/// <summary>
/// How a request ended. Expressions see the name in lower case as <c>result</c>.
/// Relay and owner: accepted, closed, disabled, unsupported, failed; ticket: created, exists, unknown, failed; link: sent, failed.
/// </summary>
public enum OffloadResult
{
    /// <summary>An agent or a queue takes the conversation.</summary>
    Accepted,

    /// <summary>Outside opening hours.</summary>
    Closed,

    /// <summary>Switched off by an administrator.</summary>
    Disabled,

    /// <summary>This provider cannot take a conversation of this channel.</summary>
    Unsupported,

    /// <summary>The provider could not be reached or refused.</summary>
    Failed,

    /// <summary>A ticket was opened.</summary>
    Created,

    /// <summary>The ticket was there already.</summary>
    Exists,

    /// <summary>It cannot be told whether a ticket was opened.</summary>
    Unknown,

    /// <summary>The link was given.</summary>
    Sent,
}
