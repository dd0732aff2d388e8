using Spark.Runtime.Stores;

namespace Spark.Runtime.Accounts;

/// <summary>Keeps who is signed in. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface ISessionStore
{
    /// <summary>Adds a session, and forgets those that were not used since a moment.</summary>
    ValueTask AddAsync(Session session, DateTimeOffset forgetBefore, CancellationToken cancellationToken);

    /// <summary>A session; null when there is none.</summary>
    ValueTask<Session?> FindAsync(byte[] id, CancellationToken cancellationToken);

    /// <summary>Notes that a session was used.</summary>
    ValueTask TouchAsync(byte[] id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Ends a session.</summary>
    ValueTask RemoveAsync(byte[] id, CancellationToken cancellationToken);

    /// <summary>Ends all sessions of an account.</summary>
    ValueTask RemoveOfAsync(string account, CancellationToken cancellationToken);
}
