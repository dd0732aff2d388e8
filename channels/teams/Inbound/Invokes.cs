using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Files;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Reads invokes: requests of the client that want their answer in the response.</summary>
internal sealed partial class Invokes(FileConsents files, ILogger<Invokes> logger)
{
    public async ValueTask<WebhookReceipt> ReadAsync(EventFrame frame, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var activity = frame.Activity;
        var locale = activity.Json.Text("locale");
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return CardAction(frame, at, locale);
            case "fileConsent/invoke":
                return WebhookReceipt.Only(await files.AnswerAsync(activity, cancellationToken));
            case "message/submitAction":
                return WebhookReceipt.Accept(Webhooks.WebhookResponse.Json(200, "{}"u8.ToArray()), MessageEvents.Silent(frame, activity.Name, activity.Value));
            case "signin/tokenExchange":
                return WebhookReceipt.Only(InvokeAnswer.NoTokenExchange(activity.Value));
            case { } name when name.StartsWith("task/", StringComparison.Ordinal):
                return WebhookReceipt.Only(InvokeAnswer.NoTask(ChannelTexts.NoDialog(locale)));
            case var other:
                LogNotSupported(other);
                return WebhookReceipt.Only(InvokeAnswer.NotSupported(other));
        }
    }

    private static WebhookReceipt CardAction(EventFrame frame, DateTimeOffset at, string? locale)
    {
        var action = frame.Activity.Value.Object("action");
        if (action.Text("type") != "Action.Execute" || action.Object("data") is not { ValueKind: System.Text.Json.JsonValueKind.Object } data)
        {
            return WebhookReceipt.Only(InvokeAnswer.BadCardAction());
        }

        var press = Press.Of(data);
        return press.IsFor(frame.Person?.Id)
            ? WebhookReceipt.Accept(InvokeAnswer.Shown(ChannelTexts.Received(locale)), MessageEvents.Of(frame, press, at))
            : WebhookReceipt.Only(InvokeAnswer.Shown(ChannelTexts.NotYours(locale)));
    }

    [LoggerMessage(LogLevel.Information, "Answered an invoke that is not supported: {Name}")]
    private partial void LogNotSupported(string? name);
}
