namespace Spark.Runtime.Episodes;

/// <summary>A page of episodes.</summary>
/// <param name="Episodes">Those that fit, in the order that was asked for.</param>
/// <param name="Next">Where the next page begins; null when this was the last. A page may be short and yet have a next one: each looks at a bounded number.</param>
public sealed record EpisodePage(IReadOnlyList<ListedEpisode> Episodes, EpisodeCursor? Next);
