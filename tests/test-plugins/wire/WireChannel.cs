using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Channels;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.TestPlugins.Wire;

/// <summary>Activities in, activities out. No caller is verified.</summary>
internal sealed class WireChannel(WireSettings settings, ChannelServices services) : IChannel, IReachesPeople
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public ChannelCapabilities Capabilities { get; } = new() { ReplyPath = ReplyPath.Call, AnswerWithin = TimeSpan.FromSeconds(14) };

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ActivityReader.Read(request));

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var details = message.ChannelDetails?.Deserialize(WireJson.Default.WireDetails);
        if ((details?.ServiceUrl ?? settings.ServiceUrl?.ToString()) is not { Length: > 0 } service)
        {
            return Delivery.Refused("No activity of this conversation told where replies go, and no service address is set.");
        }

        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{service}v3/conversations/{Uri.EscapeDataString(message.ConversationId)}/activities");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.EffectId);
        request.Headers.TryAddWithoutValidation("X-Attempt", message.Attempt.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(Body(message, details));
        request.Content.Headers.ContentType = Json;
        try
        {
            using var response = await services.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return Delivery.NotSent($"No connection: {failure.HttpRequestError}.");
        }
        catch (HttpRequestException failure)
        {
            return Delivery.Unknown($"The connection was lost: {failure.HttpRequestError}.");
        }
        catch (OperationCanceledException)
        {
            return Delivery.Unknown("There was no answer in time.");
        }
    }

    public ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken) =>
        new PeopleSearch(settings, services).ReachAsync(address, cancellationToken);

    private static byte[] Body(OutboundMessage message, WireDetails? details) => JsonSerializer.SerializeToUtf8Bytes(
        new()
        {
            From = details?.Bot,
            Recipient = details?.Person,
            Conversation = new() { Id = message.ConversationId },
            Text = message.Parts is [TextPart only] ? only.Text : PlainText.Render(message.Parts),
            Locale = message.Language,
        },
        WireJson.Default.OutgoingActivity);

    private Delivery Judge(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => Delivery.Delivered,
        429 or 503 => Delivery.NotSent(Said(response.StatusCode), RetryAfter(response.Headers.RetryAfter)),
        >= 500 => Delivery.Unknown(Said(response.StatusCode)),
        _ => Delivery.Refused(Said(response.StatusCode)),
    };

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > services.Time.GetUtcNow() ? date - services.Time.GetUtcNow() : null);

    private static string Said(HttpStatusCode status) => $"The connector answered {(int)status}.";
}
