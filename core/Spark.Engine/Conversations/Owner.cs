namespace Spark.Engine.Conversations;

/// <summary>Who holds a conversation (architecture, §5).</summary>
public enum Owner
{
    /// <summary>The bot answers.</summary>
    Bot,

    /// <summary>A handover is under way; the bot is silent.</summary>
    Queued,

    /// <summary>A desk holds it; the bot is silent until it comes back.</summary>
    Provider,

    /// <summary>It cannot be spoken to any more.</summary>
    Closed,
}
