using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;

namespace Spark.Cockpit.Episodes;

/// <summary>An episode in a list: what people call a conversation.</summary>
internal sealed record EpisodeLine
{
    /// <summary>The key of its conversation.</summary>
    public required string Key { get; init; }

    /// <summary>Its number there.</summary>
    public required int Number { get; init; }

    /// <summary>The channel instance.</summary>
    public required string Instance { get; init; }

    /// <summary>The conversation, as the channel names it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The person, as far as the channel told; null when it did not.</summary>
    public required string? Person { get; init; }

    /// <summary>The person's user principal name or e-mail address, as far as the channel told; null when it did not.</summary>
    public required string? PrincipalName { get; init; }

    public required string Bot { get; init; }

    public required string Version { get; init; }

    public required bool IsOpen { get; init; }

    public required EpisodeOutcome? Outcome { get; init; }

    public required string? Reason { get; init; }

    public required Owner Owner { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the last turn of its conversation was.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many turns its conversation has had.</summary>
    public required long Turns { get; init; }

    public required EpisodeType? Type { get; init; }

    public required string? Category { get; init; }

    /// <summary>The number of the ticket that it led to.</summary>
    public required string? Ticket { get; init; }

    /// <summary>Where the ticket can be seen.</summary>
    public required Uri? TicketUrl { get; init; }

    public static EpisodeLine Of(ListedEpisode listed)
    {
        var (conversation, episode, state) = listed;
        return new()
        {
            Key = conversation.Key.ToString(),
            Number = episode.Number,
            Instance = conversation.Instance,
            ConversationId = conversation.ExternalId,
            Person = state.Person?.Name ?? state.Person?.Id,
            PrincipalName = state.Person?.Email,
            Bot = episode.Bot,
            Version = episode.Version,
            IsOpen = !episode.IsCompleted,
            Outcome = episode.Outcome,
            Reason = episode.Reason,
            Owner = conversation.Owner,
            Language = state.Language,
            BeganAt = episode.Began,
            EndedAt = episode.Ended,
            ChangedAt = conversation.ChangedAt,
            Turns = conversation.Sequence,
            Type = episode.Type,
            Category = episode.Category,
            Ticket = episode.Ticket,
            TicketUrl = episode.TicketUrl,
        };
    }
}
