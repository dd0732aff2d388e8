using Spark.Runtime.Stores;

namespace Spark.Runtime.Bots;

/// <summary>
/// Keeps which version of each bot answers new episodes, and the revision: one number that rises with each change of the configuration
/// that nodes share, and that every load of a conversation brings along.
/// </summary>
public interface IPublicationStore
{
    /// <summary>Reads what is published, and the revision at that moment.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<Publication> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Publishes versions that are kept already, all at once, and raises the revision when that changes anything.</summary>
    /// <param name="versions">The version of each bot, by the bot's id. Bots that are not named stay as they are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The revision now.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken);

    /// <summary>Publishes a version that is kept already, with its note, and raises the revision, also when the same version answered before.</summary>
    /// <param name="release">The release; its number and time are the store's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The revision now.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long> ReleaseAsync(Release release, CancellationToken cancellationToken);

    /// <summary>All releases of a bot, the first one first.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<Release>> ListAsync(string bot, CancellationToken cancellationToken);

    /// <summary>How many open episodes stand on which version of which bot. It looks at every episode.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<VersionCount>> CountAsync(CancellationToken cancellationToken);
}
