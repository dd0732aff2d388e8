using System.Text;
using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.TestPlugins.Bad;

/// <summary>
/// Takes text by <c>POST &lt;misbehaviour&gt;/&lt;conversation&gt;/&lt;message id&gt;</c>, misbehaves as the path says, and sends as the
/// first word of what it is to send says.
/// </summary>
internal sealed class BadChannel : IChannel
{
    public ChannelCapabilities Capabilities { get; } = new() { ReplyPath = ReplyPath.Call, AnswerWithin = TimeSpan.FromSeconds(2) };

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (request.Path.Split('/') is not [var how, var conversation, var id])
        {
            return WebhookReceipt.Only(WebhookResponse.Empty(404));
        }

        await Misbehaviour.CommitAsync(how, cancellationToken);
        return WebhookReceipt.Accept(WebhookResponse.Empty(200), new MessageReceived
        {
            ConversationId = conversation,
            Keys = [id],
            MessageId = id,
            Parts = [new TextPart(Encoding.UTF8.GetString(request.Body.Span))],
        });
    }

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await Misbehaviour.CommitAsync(PlainText.Render(message.Parts).Split(' ', 2)[0], cancellationToken);
        return Delivery.Delivered;
    }
}
