using Spark.Runtime.Stores;

namespace Spark.Runtime.Episodes;

/// <summary>Gives the conversations their words that turns have not given theirs: those from before there were any, and those of nodes that know of none.</summary>
public interface ISearchWordStore
{
    /// <summary>Gives a page of them their words.</summary>
    /// <param name="limit">The most conversations.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many; less than the limit when none is left that nobody else has in hand.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<int> CatchUpAsync(int limit, CancellationToken cancellationToken);
}
