using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Runtime.Channels;

/// <summary>A channel instance under supervision: whatever its plugin does, these members only return or are cancelled.</summary>
public interface IRunningChannel
{
    /// <summary>What it is.</summary>
    ChannelInstance Instance { get; }

    /// <summary>Hands a request to the plugin. A plugin that throws or is too late gives a receipt without events that answers 500 or 503.</summary>
    ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken);

    /// <summary>Hands a message to the plugin. A plugin that throws or is too late gives <see cref="DeliveryStatus.Unknown"/>.</summary>
    ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Renders an answer in the response; null when the plugin cannot, fails or is too late.</summary>
    ValueTask<WebhookResponse?> RenderAsync(
        WebhookRequest request, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken);

    /// <summary>Words a refusal of the host as the channel's senders know it.</summary>
    WebhookResponse Refuse(WebhookRefusal refusal) => refusal.ToResponse();
}
