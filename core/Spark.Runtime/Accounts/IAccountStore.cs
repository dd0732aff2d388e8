using Spark.Runtime.Stores;

namespace Spark.Runtime.Accounts;

/// <summary>Keeps the accounts of the cockpit. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IAccountStore
{
    /// <summary>All accounts, by name.</summary>
    ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken);

    /// <summary>An account; null when there is none of that name.</summary>
    ValueTask<Account?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="onlyFirst">True to add it only when there is no administrator who may sign in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is one of that name, or it was to be the first and is not.</returns>
    ValueTask<bool> TryAddAsync(Account account, bool onlyFirst, CancellationToken cancellationToken);

    /// <summary>Puts an account in the place of the one of its name; who vouches for it stays.</summary>
    /// <param name="account">The account.</param>
    /// <param name="before">What it must be still, as it was read; null for whatever it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is none, it is another by now, or the last administrator who may sign in would be gone.</returns>
    ValueTask<bool> PutAsync(Account account, Account? before, CancellationToken cancellationToken);

    /// <summary>Removes an account and its sessions.</summary>
    /// <returns>False when there is none, or the last administrator who may sign in would be gone.</returns>
    ValueTask<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}
