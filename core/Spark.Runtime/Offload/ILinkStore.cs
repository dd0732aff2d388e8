using Spark.Runtime.Stores;

namespace Spark.Runtime.Offload;

/// <summary>Keeps the names by which far systems find back to our conversations. All members throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface ILinkStore
{
    /// <summary>Keeps a name. One that is kept already stands for the new conversation from now on.</summary>
    /// <param name="link">The name.</param>
    /// <param name="at">Now: names that nobody has renewed for the time of retention are forgotten.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PutAsync(Link link, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Finds what a name stands for; null when it is not known.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="externalId">The name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Link?> FindAsync(string connection, string externalId, CancellationToken cancellationToken);

    /// <summary>Takes a name away, so that nobody finds by it any more. Of two at once, one takes it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="externalId">The name.</param>
    /// <param name="notBefore">A name that was kept before this counts as gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it stood for; null when it is not known, or too old.</returns>
    ValueTask<Link?> TakeAsync(string connection, string externalId, DateTimeOffset notBefore, CancellationToken cancellationToken);
}
