using Spark.Runtime.Access;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Privacy;

/// <summary>Erases. Every member may be repeated, and throws <see cref="StoreUnavailableException"/> when trying again may help.</summary>
public interface IErasureStore
{
    /// <summary>
    /// Empties a conversation: its log, what waits to be sent, its timers, episodes, attempts to open tickets, links, files and what bots
    /// remember of its person. What stays is its key, its numbers, and the keys by which a message that comes again is known.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ErasureStep> EraseAsync(ErasedConversation conversation, CancellationToken cancellationToken);

    /// <summary>Forgets somebody whom the host remembers for a channel instance, and what bots remember of who is known to that instance alone.</summary>
    /// <param name="who">The person.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ForgetAsync(PersonAddressed who, CancellationToken cancellationToken);

    /// <summary>Writes entries of the audit anew: their subject and their details.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RewriteAsync(IReadOnlyList<AuditRecord> entries, CancellationToken cancellationToken);

    /// <summary>Lets what was erased go from the database's own file, where the database would leave it until something is written over it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ScrubAsync(CancellationToken cancellationToken);
}
