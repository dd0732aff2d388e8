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

    /// <summary>Adds one, or puts it in the place of the one of its name.</summary>
    ValueTask PutAsync(string name, byte[] data, CancellationToken cancellationToken);

    /// <summary>Forgets one.</summary>
    ValueTask RemoveAsync(string name, CancellationToken cancellationToken);
}
