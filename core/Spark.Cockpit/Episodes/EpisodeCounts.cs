using Spark.Engine.Conversations;
using Spark.Runtime.Episodes;

namespace Spark.Cockpit.Episodes;

/// <summary>How many episodes there were, altogether and over time.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Stretches">Those of each stretch of time that had any, in order.</param>
internal sealed record EpisodeCounts(EpisodeTally Total, IReadOnlyList<EpisodeTally> Stretches)
{
    public static EpisodeCounts Of(IReadOnlyList<EpisodeCount> counts) => new(
        Tally(null, counts), [.. counts.GroupBy(count => count.From).OrderBy(group => group.Key).Select(group => Tally(group.Key, [.. group]))]);

    private static EpisodeTally Tally(DateTimeOffset? from, IReadOnlyList<EpisodeCount> counts) => new(
        from,
        Sum(counts, null),
        Sum(counts, EpisodeOutcome.Resolved),
        Sum(counts, EpisodeOutcome.Escalated),
        Sum(counts, EpisodeOutcome.Abandoned));

    private static long Sum(IReadOnlyList<EpisodeCount> counts, EpisodeOutcome? outcome) =>
        counts.Where(count => count.Outcome == outcome).Sum(count => count.Count);
}
