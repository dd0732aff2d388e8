namespace Spark.Engine.Definitions;

/// <summary>An event that a bot answers with a dialog. In <c>bot.yaml</c> the names are written in lower case with hyphens.</summary>
public enum BotEvent
{
    /// <summary>A conversation began and no intent says where to go.</summary>
    Started,

    /// <summary>Nothing matched what the person said.</summary>
    NotUnderstood,

    /// <summary>A turn failed.</summary>
    Failed,

    /// <summary>Nothing happened for a while.</summary>
    Idle,

    /// <summary>A desk gave the conversation back.</summary>
    AgentLeft,

    /// <summary>There is news on a ticket.</summary>
    TicketChanged,

    /// <summary>The bot is switched off.</summary>
    Disabled,

    /// <summary>A result came when nobody waited for it any more.</summary>
    LateResult,

    /// <summary>A message is longer than the bot reads.</summary>
    TooLong,
}
