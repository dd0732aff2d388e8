using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Faults;

/// <summary>
/// Sends events outside the rules: at once, one attempt each, whoever owns the conversation. Answers are handed to the
/// caller and change nothing here.
/// </summary>
internal sealed class CraftedDeliveries(Tenant tenant, SimulatorClock clock, WebhookSender sender)
{
    public Task<CraftedAnswer[]> DeliverAsync(CraftedEvent crafted, CancellationToken cancellationToken)
    {
        var settings = tenant.Read(state => state.Settings);
        var key = crafted.IdempotencyKey ?? WireIds.NewIdempotencyKey();
        var type = crafted.Type ?? EventTypes.Inbound;
        var data = crafted.Data?.GetRawText() ?? DataOf(crafted);
        var made = new WebhookEvent(key, type, data) { Version = crafted.Version ?? 1 };
        var timestamp = clock.GetUtcNow() + TimeSpan.FromSeconds(crafted.TimestampOffsetSeconds);
        var body = crafted.Body is { } given ? Encoding.UTF8.GetBytes(given) : made.BodyAt(timestamp, settings.Profile);
        if (crafted.ExtraFields)
        {
            body = WithExtraFields(body);
        }

        var delivery = new Delivery
        {
            ConversationId = crafted.ConversationId ?? string.Empty,
            Event = made,
            State = DeliveryState.Crafted,
        };
        return SendAsync(delivery, body, Headers(settings, crafted.Signature, body), crafted.Copies ?? 1, cancellationToken);
    }

    /// <summary>The same bytes again, as if the first answers had been lost.</summary>
    public Task<CraftedAnswer[]> RepeatAsync(DuplicateEvent duplicate, CancellationToken cancellationToken)
    {
        var (made, body) = tenant.Read(state =>
        {
            var original = state.Deliveries.FindLast(delivery => delivery.Attempts.Count > 0
                && (duplicate.IdempotencyKey is null || delivery.Event.IdempotencyKey == duplicate.IdempotencyKey)
                && (duplicate.ConversationId is null || delivery.ConversationId == duplicate.ConversationId))
                ?? throw new NotFoundException("There is no such event to send again.");
            var delivery = new Delivery
            {
                ConversationId = original.ConversationId,
                Event = original.Event,
                State = DeliveryState.Crafted,
            };
            return (delivery, original.Attempts[^1].Body);
        });
        var settings = tenant.Read(state => state.Settings);
        return SendAsync(made, body, Headers(settings, CraftedSignature.Valid, body), duplicate.Copies ?? 1, cancellationToken);
    }

    private static string DataOf(CraftedEvent crafted) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("conversationId", crafted.ConversationId);
        json.WriteStartObject("message");
        if (crafted.Text is not null)
        {
            json.WriteString("text", crafted.Text);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static byte[] WithExtraFields(byte[] body)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        root["deliveryHint"] = new JsonObject { ["shard"] = 7 };
        if (root["data"] is JsonObject data)
        {
            data["sentiment"] = "neutral";
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static Dictionary<string, string> Headers(TenantSettings settings, CraftedSignature wanted, byte[] body)
    {
        var valid = Signature.Of(body, settings.SecretHex);
        var value = wanted switch
        {
            CraftedSignature.Missing => null,
            CraftedSignature.UpperCase => valid.ToUpperInvariant(),
            CraftedSignature.Wrong => (valid[0] == '0' ? '1' : '0') + valid[1..],
            CraftedSignature.Short => valid[..^2],
            CraftedSignature.NotHex => "z" + valid[1..],
            CraftedSignature.SecretAsText => Convert.ToHexStringLower(
                HMACSHA256.HashData(Encoding.ASCII.GetBytes(settings.SecretHex), body)),
            _ => valid,
        };
        return value is null ? [] : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [settings.SignatureHeader] = value };
    }

    private async Task<CraftedAnswer[]> SendAsync(
        Delivery delivery, byte[] body, Dictionary<string, string> headers, int copies, CancellationToken cancellationToken)
    {
        var url = tenant.Change(state =>
        {
            state.Deliveries.Add(delivery);
            return state.Settings.Webhook;
        });
        return await Task.WhenAll(Enumerable.Range(1, copies).Select(SendOneAsync));

        async Task<CraftedAnswer> SendOneAsync(int number)
        {
            var attempt = new DeliveryAttempt { Number = number, At = clock.GetUtcNow(), Url = url, Body = body, Headers = headers };
            tenant.Change(_ => delivery.Attempts.Add(attempt));
            var answer = await sender.PostAsync(url, body, headers, cancellationToken);
            tenant.Change(_ => attempt.Answer = answer);
            return new CraftedAnswer(delivery.Event.IdempotencyKey, answer.Status, answer.Body, answer.Error, answer.Milliseconds);
        }
    }
}
