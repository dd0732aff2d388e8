using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spark.Messages;
using Spark.Offload.WebhookDesk.Wire;
using Spark.Webhooks;

namespace Spark.Offload.WebhookDesk;

/// <summary>Verifies the desk's webhooks and reads them. Nothing of a body is looked at before its signature has been found right.</summary>
internal sealed class WebhookReader(string? secret)
{
    private const string SignatureHeader = "X-Desk-Signature";
    private const string Prefix = "sha256=";
    private static readonly WebhookResponse Taken = WebhookResponse.Empty(204);

    private readonly byte[]? key = string.IsNullOrEmpty(secret) ? null : Encoding.UTF8.GetBytes(secret);

    public DeskReceipt Read(WebhookRequest request)
    {
        if (request.Method != "POST")
        {
            return DeskReceipt.Only(WebhookResponse.Text(405, "Webhooks are sent by POST."));
        }

        if (!IsSigned(request))
        {
            return DeskReceipt.Only(WebhookResponse.Text(401, $"{SignatureHeader} is invalid"));
        }

        try
        {
            var webhook = JsonSerializer.Deserialize(request.Body.Span, DeskJson.Default.Webhook);
            return webhook is { EventId.Length: > 0, Conversation.Length: > 0 }
                ? Read(webhook, webhook.Conversation, [webhook.EventId])
                : DeskReceipt.Only(WebhookResponse.Text(400, "eventId or conversation is missing."));
        }
        catch (JsonException)
        {
            return DeskReceipt.Only(WebhookResponse.Text(400, "The body is not an event."));
        }
    }

    // Types that are not known are taken, so that the desk can learn new ones before we do.
    private static DeskReceipt Read(Webhook webhook, string conversation, string[] keys) => webhook.Type switch
    {
        "agent.joined" => DeskReceipt.Accept(Taken, new AgentJoined { ExternalId = conversation, Keys = keys, Agent = webhook.Agent }),
        "message" => DeskReceipt.Accept(Taken, new AgentMessage
        {
            ExternalId = conversation,

            // Also by the message's own id: an event that the desk made anew for the same message is the same message.
            Keys = webhook.MessageId is { Length: > 0 } id ? [.. keys, $"message:{id}"] : keys,
            Agent = webhook.Agent,
            Parts = [new TextPart(webhook.Text ?? "")],
        }),
        "typing" => DeskReceipt.Accept(Taken, new AgentTyping { ExternalId = conversation, Keys = keys }),
        "queue" => DeskReceipt.Accept(Taken, new QueueMoved
        {
            ExternalId = conversation,
            Keys = keys,
            Position = webhook.Position,
            Wait = webhook.WaitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        }),
        "closed" => DeskReceipt.Accept(Taken, new DeskClosed { ExternalId = conversation, Keys = keys, Agent = webhook.Agent }),
        _ => DeskReceipt.Only(Taken),
    };

    private bool IsSigned(WebhookRequest request)
    {
        if (key is null || request.Header(SignatureHeader) is not { } header || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hex = header.AsSpan(Prefix.Length);
        if (hex.Length != 2 * given.Length || Convert.FromHexString(hex, given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, request.Body.Span, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
