using Spark.Channels;
using Spark.Messages;
using Spark.Runtime.Channels;
using Spark.Webhooks;

namespace Spark.Testing.Hosts;

/// <summary>The channel of a test, and the directory that knows it: what the host sends goes to whoever plays the person's side.</summary>
/// <param name="channel">The id of the channel's plugin; the instance bears it too.</param>
/// <param name="bot">The bot's id.</param>
/// <param name="send">Takes the messages.</param>
internal sealed class TestChannel(string channel, string bot, Func<OutboundMessage, ValueTask<Delivery>> send) : IRunningChannel, IChannelDirectory
{
    /// <inheritdoc/>
    public ChannelInstance Instance { get; } = new()
    {
        Id = channel,
        Channel = channel,
        Bot = bot,
        Capabilities = new() { ReplyPath = ReplyPath.Call, TakesCompletion = true },
    };

    /// <inheritdoc/>
    public IRunningChannel? Find(string instanceId) => string.Equals(instanceId, channel, StringComparison.Ordinal) ? this : null;

    /// <inheritdoc/>
    public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => send(message);

    /// <inheritdoc/>
    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Events reach the host of a test directly.");

    /// <inheritdoc/>
    public ValueTask<WebhookResponse?> RenderAsync(
        WebhookRequest request, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken) => new((WebhookResponse?)null);
}
