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

    /// <summary>Those on this channel instance; null for all.</summary>
    public string? Instance { get; init; }

    /// <summary>Those of these bots; null for all.</summary>
    public IReadOnlyList<string>? Bots { get; init; }

    /// <summary>Those whose conversation, as the channel names it, or whose reason or ticket holds this text; null for all.</summary>
    public string? Text { get; init; }
}
