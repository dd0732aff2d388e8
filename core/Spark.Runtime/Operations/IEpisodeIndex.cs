using Spark.Runtime.Stores;

namespace Spark.Runtime.Operations;

/// <summary>Finds episodes for operators.</summary>
public interface IEpisodeIndex
{
    /// <summary>Reads a page of episodes, those that began last first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">The cursor of the page before; null for the first page.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<ListedEpisode>> ListAsync(EpisodeFilter filter, EpisodeCursor? before, int limit, CancellationToken cancellationToken);
}
