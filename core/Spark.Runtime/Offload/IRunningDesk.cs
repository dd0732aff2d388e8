using Spark.Channels;
using Spark.Offload;
using Spark.Webhooks;

namespace Spark.Runtime.Offload;

/// <summary>A connection to a desk that relays, under supervision: whatever its plugin does, these members only return or are cancelled.</summary>
public interface IRunningDesk
{
    /// <summary>Gives the desk a message. A plugin that throws or is too late gives <see cref="DeliveryStatus.Unknown"/>.</summary>
    ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken);

    /// <summary>Hands a request of the desk to the plugin. A plugin that throws or is too late gives a receipt without events that answers 500 or 503.</summary>
    ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken);

    /// <summary>Asks the desk for a conversation. A plugin that throws or is too late gives <see cref="DeskStatus.Unknown"/>.</summary>
    ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken);
}
