namespace Spark.Engine.Conversations;

/// <summary>How an episode ended.</summary>
public enum EpisodeOutcome
{
    /// <summary>The person has what they came for.</summary>
    Resolved,

    /// <summary>A human took over.</summary>
    Escalated,

    /// <summary>It was left; the reason says why.</summary>
    Abandoned,
}
