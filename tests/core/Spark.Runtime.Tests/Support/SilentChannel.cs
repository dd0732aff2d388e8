using Spark.Channels;
using Spark.Messages;
using Spark.Runtime.Channels;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Support;

/// <summary>A channel that takes whatever is sent, and keeps only how much it was.</summary>
public sealed class SilentChannel : IRunningChannel
{
    private long count;

    public long Count => Interlocked.Read(ref count);

    public ChannelInstance Instance { get; } = new()
    {
        Id = "web",
        Channel = "test-channel",
        Bot = "helper",
        Capabilities = new() { ReplyPath = ReplyPath.Call },
    };

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing comes in by requests.");

    public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(Delivery.Delivered);
    }

    public ValueTask<WebhookResponse?> RenderAsync(
        WebhookRequest request, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken) => new((WebhookResponse?)null);
}
