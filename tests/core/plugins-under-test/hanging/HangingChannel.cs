using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.UnderTest.Hanging;

internal sealed class HangingChannel(string mode) : IChannel, IAnswersInResponse
{
    public ChannelCapabilities Capabilities { get; } = new() { ReplyPath = ReplyPath.Call, AnswerWithin = TimeSpan.FromSeconds(5) };

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (string.Equals(mode, "synchronous", StringComparison.Ordinal))
        {
            Never.Return();
        }

        if (string.Equals(mode, "late", StringComparison.Ordinal))
        {
            await AfterCancellationAsync(cancellationToken);
            throw new InvalidOperationException("Too late to matter.");
        }

        await Never.Task;
        return WebhookReceipt.Only(WebhookResponse.Empty(200));
    }

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await Never.Task;
        return Delivery.Delivered;
    }

    public WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages)
    {
        Never.Return();
        return WebhookResponse.Empty(200);
    }

    private static async Task AfterCancellationAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
