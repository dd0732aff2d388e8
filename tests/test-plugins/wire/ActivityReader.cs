using System.Text.Json;
using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.TestPlugins.Wire;

/// <summary>Reads activities.</summary>
internal static class ActivityReader
{
    private static readonly WebhookResponse Taken = WebhookResponse.Empty(200);
    private static readonly WebhookReceipt Nothing = WebhookReceipt.Only(Taken);
    private static readonly WebhookReceipt Malformed = WebhookReceipt.Only(WebhookResponse.Empty(400));
    private static readonly WebhookReceipt WrongMethod = WebhookReceipt.Only(WebhookResponse.Empty(405));

    public static WebhookReceipt Read(WebhookRequest request)
    {
        if (!string.Equals(request.Method, "POST", StringComparison.Ordinal))
        {
            return WrongMethod;
        }

        try
        {
            return JsonSerializer.Deserialize(request.Body.Span, WireJson.Default.IncomingActivity) is { } activity
                ? Read(activity)
                : Malformed;
        }
        catch (JsonException)
        {
            return Malformed;
        }
    }

    private static WebhookReceipt Read(IncomingActivity activity)
    {
        if (!string.Equals(activity.Type, "message", StringComparison.Ordinal))
        {
            return Nothing;
        }

        if (activity is not { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation })
        {
            return Malformed;
        }

        var details = new WireDetails { ServiceUrl = activity.ServiceUrl, Bot = activity.Recipient, Person = activity.From };
        return WebhookReceipt.Accept(Taken, new MessageReceived
        {
            ConversationId = conversation,
            Keys = [id],
            MessageId = id,
            Parts = activity.Text is { Length: > 0 } text ? [new TextPart(text)] : [],
            ChoiceToken = Choice(activity.Value),
            Person = activity.From is { Id: { Length: > 0 } person }
                ? new() { Id = person, Name = activity.From.Name, Language = activity.Locale }
                : null,
            ChannelDetails = JsonSerializer.SerializeToElement(details, WireJson.Default.WireDetails),
        });
    }

    private static string? Choice(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } pressed
        && pressed.TryGetProperty("choice", out var choice)
        && choice.ValueKind == JsonValueKind.String
            ? choice.GetString()
            : null;
}
