using Spark.Runtime.Stores;

namespace Spark.Runtime.Instances;

/// <summary>
/// Keeps the channel instances and connections that the environment file does not name, sealed as whoever starts them wrote them. All throw
/// <see cref="StoreUnavailableException"/> when trying again may help.
/// </summary>
public interface IInstanceStore
{
    /// <summary>All of them, by name.</summary>
    ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds one, or puts it in the place of what was read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">What is kept.</param>
    /// <param name="before">What was read under that name; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when something else stands there by now, which stays.</returns>
    ValueTask<bool> PutAsync(string name, byte[] data, byte[]? before, CancellationToken cancellationToken);

    /// <summary>Forgets one.</summary>
    ValueTask RemoveAsync(string name, CancellationToken cancellationToken);
}
