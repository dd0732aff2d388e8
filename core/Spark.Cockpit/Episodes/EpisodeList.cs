namespace Spark.Cockpit.Episodes;

/// <summary>A page of episodes.</summary>
/// <param name="Episodes">The episodes, those that began last first.</param>
/// <param name="Next">What to ask for after this page; null when it was the last. A short page may have a next one.</param>
internal sealed record EpisodeList(IReadOnlyList<EpisodeLine> Episodes, string? Next);
