using System.Text.Json.Serialization;

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

    /// <summary>How it ended; <see cref="EpisodeOutcome.Escalated"/> from the moment that a ticket was opened, though the talk may go on.</summary>
    public EpisodeOutcome? Outcome { get; init; }

    /// <summary>Why it ended so.</summary>
    public string? Reason { get; init; }

    /// <summary>What it was about; null where nobody has said.</summary>
    public EpisodeType? Type { get; init; }

    /// <summary>The category of the issue, as the desk's system had it then.</summary>
    public string? Category { get; init; }

    /// <summary>The number of the ticket that it led to, or was added to.</summary>
    public string? Ticket { get; init; }

    /// <summary>Where the ticket can be seen.</summary>
    public Uri? TicketUrl { get; init; }

    /// <summary>True when it has an outcome: it has ended, or a ticket was opened.</summary>
    [JsonIgnore]
    public bool IsCompleted => Ended is not null || Outcome is not null;
}
