using Spark.Runtime.Episodes;
using Spark.Runtime.Turns;

namespace Spark.Storage;

/// <summary>The words of one episode, or of all episodes of a conversation.</summary>
/// <param name="Number">The episode's number; <see cref="SearchWords.OfAllEpisodes"/> for what all are found by.</param>
/// <param name="Words">The words, each once.</param>
internal sealed record EpisodeWords(int Number, IReadOnlyList<string> Words)
{
    /// <summary>
    /// What a turn writes: with each row of an episode also the words of all, so that what an older node has left out is made good; nothing
    /// with most turns.
    /// </summary>
    public static IReadOnlyList<EpisodeWords> Of(TurnCommit commit)
    {
        if (commit.Episodes.Count == 0 && !commit.IsRenamed)
        {
            return [];
        }

        return
        [
            new(SearchWords.OfAllEpisodes, SearchWords.Of(commit.ExternalId, commit.State.Person)),
            .. commit.Episodes.GroupBy(episode => episode.Number).Select(same => new EpisodeWords(same.Key, SearchWords.Of(same.Last()))),
        ];
    }
}
