using Spark.Runtime.Stores;

namespace Spark.Runtime.Retention;

/// <summary>Deletes what is older than its bot is to keep it. Every member throws <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IBotRetentionStore
{
    /// <summary>How many are counted at the most.</summary>
    const int MostCounted = 100_000;

    /// <summary>The bots of which an episode has ended, by their ids.</summary>
    ValueTask<IReadOnlyList<string>> BotsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a page of episodes of a bot that ended long ago, with the events up to their end, the effects that ended and the attempts to open tickets.
    /// An episode waits for those before it in its conversation, which may be of a bot that keeps them for longer.
    /// </summary>
    /// <param name="bot">The bot.</param>
    /// <param name="endedBefore">What ended before goes.</param>
    /// <param name="limit">The most episodes to delete.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What went; nothing when nothing older is left.</returns>
    ValueTask<BotEpisodesGone> PruneAsync(string bot, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Counts the episodes of a bot that ended before a time, and the events in them: <see cref="MostCounted"/> of each at the most.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="endedBefore">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<BotEpisodesGone> CountAsync(string bot, DateTimeOffset endedBefore, CancellationToken cancellationToken);
}
