using Spark.Runtime.Stores;

namespace Spark.Runtime.Configuration;

/// <summary>Keeps what administrators set. Every change raises the revision that loads bring along, so that all nodes take it up.</summary>
public interface IConfigurationStore
{
    /// <summary>The present revision.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long> RevisionAsync(CancellationToken cancellationToken);

    /// <summary>Everything, as it is now.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<ConfigurationSet> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Sets an item, and keeps what it held in the history, without its secrets.</summary>
    /// <param name="item">The item.</param>
    /// <param name="expected">The edition that is to be replaced, 0 for none; null for whichever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new edition; null when another one than the expected is there.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long?> PutAsync(ConfigurationItem item, long? expected, CancellationToken cancellationToken);

    /// <summary>Removes an item; its history stays.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<bool> RemoveAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken);

    /// <summary>What an item held, the newest edition first, a hundred at the most.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<ConfigurationItem>> HistoryAsync(ConfigurationKind kind, string name, CancellationToken cancellationToken);
}
