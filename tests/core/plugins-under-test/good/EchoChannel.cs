using System.Text;
using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.UnderTest.Good;

/// <summary>Answers with its settings and with what it was sent, so that tests see what the host gave it.</summary>
internal sealed partial class EchoChannel(EchoSettings settings, ChannelServices services) : IChannel, IAnswersInResponse, IServesChatPage, IDisposable
{
    private readonly ILogger logger = services.Logs.CreateLogger<EchoChannel>();

    public ChannelCapabilities Capabilities { get; } = new() { ReplyPath = ReplyPath.Answer };

    public string? Missing => settings.Loud ? null : "The page is not loud.";

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        LogReceived(services.InstanceId);
        var text = $"{settings.Greeting}|{settings.Key}|{settings.Times}|{settings.Loud}|{string.Join(',', settings.Topics)}|{settings.Url}|{settings.Limits?.Name}";
        var heard = new MessageReceived
        {
            ConversationId = "one",
            Keys = ["key"],
            MessageId = "key",
            Parts = [new TextPart(Encoding.UTF8.GetString(request.Body.Span))],
        };
        return ValueTask.FromResult(WebhookReceipt.Accept(WebhookResponse.Text(200, text), heard));
    }

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (settings.Url is null)
        {
            return Delivery.Delivered;
        }

        using var response = await services.Http.GetAsync(settings.Url, cancellationToken);
        return Delivery.Refused($"answered {(int)response.StatusCode}");
    }

    public WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages) =>
        WebhookResponse.Text(200, string.Join('\n', messages.Select(message => PlainText.Render(message.Parts))));

    public void Dispose() => LogEnded(services.InstanceId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Echo {Instance} received")]
    private partial void LogReceived(string instance);

    [LoggerMessage(Level = LogLevel.Information, Message = "Echo {Instance} ended")]
    private partial void LogEnded(string instance);
}
