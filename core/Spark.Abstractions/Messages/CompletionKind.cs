namespace Spark.Messages;

/// <summary>How a conversation leaves the bot on a channel that belongs to a desk.</summary>
public enum CompletionKind
{
    /// <summary>To a human agent.</summary>
    Handover,

    /// <summary>Closed as resolved.</summary>
    Resolved,
}
