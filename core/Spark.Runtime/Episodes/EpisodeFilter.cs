using Spark.Engine.Conversations;

namespace Spark.Runtime.Episodes;

/// <summary>Which episodes an operator wants to see.</summary>
public sealed record EpisodeFilter
{
    /// <summary>Those that began at this moment or later; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those that began before this moment; null for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for those without an outcome, false for those with one; null for both.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Those that ended so; null for all.</summary>
    public EpisodeOutcome? Outcome { get; init; }

    /// <summary>Those that were about such a thing; null for all.</summary>
    public EpisodeType? Type { get; init; }

    /// <summary>Those on this channel instance; null for all.</summary>
    public string? Instance { get; init; }

    /// <summary>Those of these bots; null for all.</summary>
    public IReadOnlyList<string>? Bots { get; init; }

    /// <summary>True to list those first that began first; false for those that began last.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>
    /// Those whose conversation, as the channel names it, whose reason or ticket, or whose person's name, e-mail address or id holds this text
    /// from the beginning of a word on, whatever its case and accents; null for all.
    /// </summary>
    public string? Text { get; init; }
}
