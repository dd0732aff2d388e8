using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using Spark.Webhooks;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>Verifies webhooks and reads them. Nothing of a body is looked at before its signature has been found right.</summary>
internal sealed partial class WebhookReader(
    string signatureHeader, WebhookKey? key, TimeSpan maxSkew, IWebhookEvents events, TimeProvider time, ILogger<WebhookReader> logger)
{
    private static readonly WebhookResponse Taken = WebhookResponse.Json(200, "{}"u8.ToArray());

    public WebhookReceipt Read(WebhookRequest request)
    {
        if (request.Method != "POST")
        {
            return WebhookReceipt.Only(OnlyPost);
        }

        if (key is null || request.Header(signatureHeader) is not { } signature || !key.Signs(request.Body.Span, signature))
        {
            LogSignatureRefused(signatureHeader);
            return Refuse(401, $"{signatureHeader} is invalid");
        }

        if (!Utf8.IsValid(request.Body.Span))
        {
            return Refuse(400, "The body is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Mend(request.Body));
            return ReadEnvelope(document.RootElement);
        }
        catch (JsonException)
        {
            return Refuse(400, "The body is not JSON.");
        }
    }

    private static WebhookResponse OnlyPost => WebhookResponse.Text(405, "Webhooks are sent by POST.") with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Allow"] = "POST" },
    };

    private static WebhookReceipt Refuse(int status, string sentence) =>
        WebhookReceipt.Only(WebhookResponse.Text(status, sentence));

    private WebhookReceipt ReadEnvelope(JsonElement envelope)
    {
        if (envelope.ValueKind != JsonValueKind.Object)
        {
            return Refuse(400, "The body is not a JSON object.");
        }

        if (RefuseTime(envelope) is { } refusal)
        {
            return refusal;
        }

        var type = envelope.Text("type");
        if (type is null || !events.Knows(type))
        {
            LogTypeUnknown(type);
            return WebhookReceipt.Only(Taken);
        }

        if (envelope.Field("version") is not { ValueKind: JsonValueKind.Number } version
            || !version.TryGetInt32(out var number) || number != 1)
        {
            LogVersionUnknown(type);
            return WebhookReceipt.Only(Taken);
        }

        return ReadEvent(type, envelope);
    }

    private WebhookReceipt? RefuseTime(JsonElement envelope)
    {
        if (maxSkew == TimeSpan.Zero)
        {
            return null;
        }

        if (Timestamp.Read(envelope.Text("timestamp")) is not { } sent)
        {
            return Refuse(400, "timestamp is missing or is not an ISO 8601 time.");
        }

        var age = time.GetUtcNow() - sent;
        if (age.Duration() <= maxSkew)
        {
            return null;
        }

        LogTimeRefused(age);
        return Refuse(401, age > TimeSpan.Zero ? "timestamp is too old" : "timestamp lies in the future");
    }

    private WebhookReceipt ReadEvent(string type, JsonElement envelope)
    {
        if (envelope.Text("idempotencyKey") is not { } idempotencyKey)
        {
            return Refuse(400, $"idempotencyKey of {type} is missing.");
        }

        var data = envelope.Object("data");
        return events.ConversationOf(data) switch
        {
            null => Refuse(400, $"data.{events.ConversationField} of {type} is missing."),

            // As a segment of a path they would name another resource, encoded or not.
            "." or ".." => Refuse(400, $"data.{events.ConversationField} of {type} is not an id."),
            var conversationId => events.Read(type, conversationId, idempotencyKey, data) is { } happened
                ? WebhookReceipt.Accept(Taken, happened)
                : WebhookReceipt.Only(Taken),
        };
    }

    [LoggerMessage(LogLevel.Warning, "Refused a webhook: {Header} was missing or wrong, or no shared secret is set")]
    private partial void LogSignatureRefused(string header);

    [LoggerMessage(LogLevel.Warning, "Refused a webhook: its timestamp lies {Age} from now")]
    private partial void LogTimeRefused(TimeSpan age);

    [LoggerMessage(LogLevel.Information, "Ignored a webhook of unknown type {Type}")]
    private partial void LogTypeUnknown(string? type);

    [LoggerMessage(LogLevel.Warning, "Ignored a webhook of type {Type}: its version is not 1, the only one that this channel reads")]
    private partial void LogVersionUnknown(string type);
}
