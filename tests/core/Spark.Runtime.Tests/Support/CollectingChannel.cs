using System.Text;
using Spark.Channels;
using Spark.Messages;
using Spark.Runtime.Channels;
using Spark.Webhooks;

namespace Spark.Runtime.Tests.Support;

/// <summary>A channel that collects what is sent, and answers as the test says; delivered without a script.</summary>
public sealed class CollectingChannel(string id, ReplyPath path) : IRunningChannel
{
    public ChannelInstance Instance { get; init; } = new()
    {
        Id = id,
        Channel = "test-channel",
        Bot = "helper",
        Capabilities = new() { ReplyPath = path, TakesCompletion = true },
    };

    public Announcements<OutboundMessage> Sent { get; } = new();

    public Func<OutboundMessage, CancellationToken, Task<Delivery>> OnSend { get; set; } = (_, _) => Task.FromResult(Delivery.Delivered);

    public Func<WebhookRequest, WebhookReceipt> OnReceive { get; set; } = _ => WebhookReceipt.Only(WebhookResponse.Empty(200));

    public bool CanRender { get; set; } = true;

    public IEnumerable<string> SentTexts => Sent.All.Select(message => PlainText.Render(message.Parts));

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => new(OnReceive(request));

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return await OnSend(message, cancellationToken);
    }

    public ValueTask<WebhookResponse?> RenderAsync(
        WebhookRequest request, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken) => new(CanRender
            ? WebhookResponse.Text(200, string.Join('|', messages.Select(message => PlainText.Render(message.Parts) + (message.Completion is null ? "" : "!"))))
            : null);

    /// <summary>Answers one after the other, the last one for ever.</summary>
    public void Deliver(params Delivery[] deliveries)
    {
        var left = new Queue<Delivery>(deliveries);
        OnSend = (_, _) =>
        {
            lock (left)
            {
                return Task.FromResult(left.Count > 1 ? left.Dequeue() : left.Peek());
            }
        };
    }

    /// <summary>Never answers: the far side has not sent its first byte.</summary>
    public void Block() => OnSend = async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return Delivery.Delivered;
    };

    public static string TextOf(WebhookResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
