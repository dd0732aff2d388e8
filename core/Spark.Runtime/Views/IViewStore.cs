using Spark.Runtime.Stores;

namespace Spark.Runtime.Views;

/// <summary>Keeps saved views. Those of an account go with it. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IViewStore
{
    /// <summary>How many views an owner has at the most.</summary>
    const int MostOfOne = 50;

    /// <summary>The views that an account sees: everybody's first, then its own, by name.</summary>
    ValueTask<IReadOnlyList<SavedView>> ListAsync(string account, CancellationToken cancellationToken);

    /// <summary>Saves a view, in the place of the owner's one of its name.</summary>
    /// <returns>False when its owner has <see cref="MostOfOne"/> others.</returns>
    ValueTask<bool> TryPutAsync(SavedView view, CancellationToken cancellationToken);

    /// <summary>Forgets a view.</summary>
    /// <returns>False when there is none.</returns>
    ValueTask<bool> RemoveAsync(string owner, string name, CancellationToken cancellationToken);
}
