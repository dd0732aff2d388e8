using Spark.Runtime.Stores;

namespace Spark.Runtime.Operations;

/// <summary>Keeps what was open from leaving, when the database is older than the world: restored from a backup.</summary>
public interface IEffectHold
{
    /// <summary>
    /// Ends every open effect as <see cref="Outbox.OutboxStatus.Unknown"/>, in nobody's hands: it is sent again only when an operator
    /// retries it. No event tells the conversations; those that wait for one go on by their deadline.
    /// </summary>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long> HoldOpenAsync(string reason, CancellationToken cancellationToken);
}
