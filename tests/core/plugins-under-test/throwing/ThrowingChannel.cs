using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.UnderTest.Throwing;

/// <summary>Fails in the way that its settings say.</summary>
internal sealed class ThrowingChannel(string mode) : IChannel, IAnswersInResponse, IReachesPeople, IWordsRefusals, IDisposable
{
    public ChannelCapabilities Capabilities => mode == "capabilities"
        ? throw new InvalidOperationException("Not even that.")
        : new() { ReplyPath = ReplyPath.Call };

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => mode switch
    {
        "null" => ValueTask.FromResult<WebhookReceipt>(null!),
        "no-answer" => ValueTask.FromResult(new WebhookReceipt { Answer = null! }),
        "no-keys" => ValueTask.FromResult(WebhookReceipt.Accept(
            WebhookResponse.Empty(200), new ConversationStarted { ConversationId = "one", Keys = [] })),
        "not-ready" => throw new PluginNotReadyException("The far side is being repaired."),
        _ => throw new InvalidOperationException("The person said: my password is hunter2"),
    };

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return mode switch
        {
            "null" => null!,
            "not-ready" => throw new PluginNotReadyException("The far side is being repaired."),
            "credentials" => throw new CredentialsRejectedException("The far side refuses the client secret."),
            "once" when message.Attempt > 1 => Delivery.Delivered,
            _ => throw new InvalidOperationException("The person said: my password is hunter2"),
        };
    }

    public async ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return mode switch
        {
            "null" => null!,
            "no-keys" => new Reach { Status = ReachStatus.Reached },
            "once" => Reach.Not(ReachStatus.Unavailable, "The far side is away."),
            "not-ready" => throw new PluginNotReadyException("The far side is being repaired."),
            _ => throw new InvalidOperationException("The person said: my password is hunter2"),
        };
    }

    public WebhookResponse Refuse(WebhookRefusal refusal) => mode == "null" ? null! : throw new InvalidOperationException("Has no words.");

    public WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages) =>
        throw new InvalidOperationException("Cannot draw.");

    public void Dispose() => throw new InvalidOperationException("Will not leave.");
}
