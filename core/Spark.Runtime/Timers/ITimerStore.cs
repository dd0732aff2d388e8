using Spark.Runtime.Stores;

namespace Spark.Runtime.Timers;

/// <summary>
/// Keeps when conversations are to be woken. A conversation has one row at the most, with the earliest time at which something of it may
/// be due; what is due stands in its state. Turns arm, move and end rows (<see cref="Turns.TurnCommit.WakeAt"/>).
/// </summary>
public interface ITimerStore
{
    /// <summary>Takes conversations that are due, the longest due first; others do not get them for a while.</summary>
    /// <param name="node">Who takes them.</param>
    /// <param name="now">The clock.</param>
    /// <param name="hold">After how long they are to be had again, unless a turn has moved them.</param>
    /// <param name="limit">The most to take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<WakePage> TakeDueAsync(long node, DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Sets when a conversation is to be woken, if its row still stands where it was held and no turn ran meanwhile: it was woken too early.
    /// </summary>
    /// <param name="wake">The conversation, as it was taken.</param>
    /// <param name="sequence">The conversation's, as it was read. When there is a newer one, the row stays: it comes again after its hold.</param>
    /// <param name="at">When; null for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask RearmAsync(Wake wake, long sequence, DateTimeOffset? at, CancellationToken cancellationToken);
}
