using Spark.Channels;

namespace Spark.Offload;

/// <summary>
/// A desk to which Spark carries what the person says, and from which it carries what an agent says: implemented beside
/// <see cref="IOffloadProvider"/> by providers of kind <see cref="OffloadKind.Relay"/>. All members are called from many threads at once.
/// Since contract 1.2.
/// </summary>
public interface IRelayDesk : IReceivesRequests
{
    /// <summary>
    /// Gives the desk one message; one at a time for each of its conversations, in order. <see cref="DeliveryStatus.Lost"/> says that the
    /// desk does not have the conversation any more: the bot takes it back. An exception counts as <see cref="DeliveryStatus.Unknown"/>.
    /// </summary>
    /// <param name="message">The message. Where it <see cref="DeskMessage.MayHaveArrived"/> and the desk lets one look, look first.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time for a send is over.</param>
    ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Tells whether the desk still has a conversation. Asked when nothing was heard of it for the time of its lease: what is held goes on,
    /// and what is not comes back to the bot. An exception counts as <see cref="DeskStatus.Unknown"/>.
    /// </summary>
    /// <param name="externalId">The desk's id of the conversation.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time for the question is over.</param>
    ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken);
}
