using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Offload;

/// <summary>Lets what a desk says enter its conversation, by the one door of all events.</summary>
public sealed class DeskDoor(TurnRunner turns, IChannelDirectory channels)
{
    /// <summary>Lets an event enter.</summary>
    /// <param name="connection">The connection to the desk.</param>
    /// <param name="instance">The id of the channel instance of our conversation.</param>
    /// <param name="conversationId">Our conversation, as its channel names it.</param>
    /// <param name="report">The event.</param>
    /// <param name="cancellationToken">Ends the wait only: the turn goes on, and a repetition finds it done.</param>
    /// <exception cref="Stores.StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<Accepted> EnterAsync(string connection, string instance, string conversationId, DeskEvent report, CancellationToken cancellationToken) =>
        turns.ReportAsync(connection, instance, conversationId, channels.Find(instance)?.Instance, report, cancellationToken);
}
