using Spark.Runtime.Stores;

namespace Spark.Runtime.Drafts;

/// <summary>Keeps what designers have not published. All throw <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IDraftStore
{
    /// <summary>The draft of a bot; null when there is none.</summary>
    ValueTask<BotFilesDraft?> FindAsync(string bot, CancellationToken cancellationToken);

    /// <summary>Saves a draft over the one that its author has seen.</summary>
    /// <param name="draft">The draft; its number is that of the save before, 0 for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody else saved meanwhile.</returns>
    ValueTask<bool> TryPutAsync(BotFilesDraft draft, CancellationToken cancellationToken);

    /// <summary>Forgets the draft of a bot.</summary>
    ValueTask RemoveAsync(string bot, CancellationToken cancellationToken);
}
