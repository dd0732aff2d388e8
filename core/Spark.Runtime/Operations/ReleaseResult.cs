namespace Spark.Runtime.Operations;

/// <summary>What became of giving a conversation back to the bot.</summary>
public enum ReleaseResult
{
    /// <summary>The bot has it.</summary>
    Released,

    /// <summary>There is no such conversation.</summary>
    NotFound,

    /// <summary>The bot has it already.</summary>
    NotAway,

    /// <summary>It is closed: only its far side opens it again.</summary>
    Closed,

    /// <summary>Its channel instance does not run here.</summary>
    NoChannel,
}
