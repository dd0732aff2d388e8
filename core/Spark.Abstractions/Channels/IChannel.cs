using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels;

/// <summary>One configured instance of a channel. All members are called from many threads at once.</summary>
public interface IChannel
{
    /// <summary>What this instance can do. Read once, after creation.</summary>
    ChannelCapabilities Capabilities { get; }

    /// <summary>
    /// Verifies the caller and reads the request. Must not act: the host stores the events first, and a request that was not
    /// stored will come again. An exception is answered 500, and nothing is stored.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time to answer is over.</param>
    ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Sends one message; called only on <see cref="ReplyPath.Call"/>, one message at a time for each conversation.
    /// An exception counts as <see cref="DeliveryStatus.Unknown"/>.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends when the host stops or the time for a send is over.</param>
    ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}
