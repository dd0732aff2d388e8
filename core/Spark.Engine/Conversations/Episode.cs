namespace Spark.Engine.Conversations;

/// <summary>A stretch of a conversation, from its beginning to an outcome. A conversation can have many, one after the other.</summary>
public sealed record Episode
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The bot's id.</summary>
    public required string Bot { get; init; }

    /// <summary>The version of the bot that this episode is pinned to.</summary>
    public required string Version { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>True until the person or the bot has said something in it.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public EpisodeOutcome? Outcome { get; init; }

    /// <summary>Why it ended so.</summary>
    public string? Reason { get; init; }
}
