using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Episodes;

/// <summary>Finds and counts episodes for operators. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IEpisodeIndex
{
    /// <summary>How many episodes a page looks at, at the most, so that no filter makes it slow.</summary>
    const int MostLookedAt = 5_000;

    /// <summary>Reads a page of episodes, in the order that the filter names.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Where the page before ended; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<EpisodePage> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken);

    /// <summary>Counts the episodes that a filter lets through, by when they began and how they ended.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="stretch">How long each stretch of time is.</param>
    /// <param name="offset">What is added to UTC before time is cut into stretches.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<EpisodeCount>> CountAsync(EpisodeFilter filter, TimeSpan stretch, TimeSpan offset, CancellationToken cancellationToken);

    /// <summary>The bots that a conversation's episodes were with; none when there is no such conversation.</summary>
    ValueTask<IReadOnlyList<string>> BotsOfAsync(ConversationKey key, CancellationToken cancellationToken);
}
