using Spark.Engine.Conversations;

namespace Spark.Engine.Definitions;

/// <summary>Ends the episode.</summary>
public sealed record EndStep : Step
{
    /// <summary>How it ended.</summary>
    public required EpisodeOutcome Outcome { get; init; }

    /// <summary>Why; <c>failed</c> where the author wrote <c>end: failed</c>, which is abandoned with that reason.</summary>
    public string? Reason { get; init; }

    /// <summary>What the episode was about; null where the author does not say.</summary>
    public EpisodeType? Type { get; init; }
}
