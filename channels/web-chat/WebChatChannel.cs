using Spark.Channels.WebChat.Page;
using Spark.Channels.WebChat.Uploads;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.WebChat;

/// <summary>One instance of the channel: below <c>v3/directline</c> the protocol, below <c>chat</c> the page.</summary>
internal sealed class WebChatChannel(DirectLineRouter directLine, ChatPage page, int mostUploaded) : IChannel, IServesChatPage
{
    public ChannelCapabilities Capabilities { get; } = new()
    {
        ReplyPath = ReplyPath.Pull,
        Large = mostUploaded == 0 ? null : new(UploadEndpoint.Path, mostUploaded),
    };

    public string? Missing => page.Missing;

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path == ChatPage.Path || request.Path.StartsWith(ChatPage.Path + "/", StringComparison.Ordinal)
            ? WebhookReceipt.Only(await page.AnswerAsync(request, cancellationToken))
            : await directLine.ReceiveAsync(request, cancellationToken);
    }

    /// <summary>Clients pull: what is stored is delivered.</summary>
    public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => ValueTask.FromResult(Delivery.Delivered);
}
