using Microsoft.Extensions.Logging;
using Spark.Channels.Sparkcentral.Inbound;
using Spark.Channels.Sparkcentral.Rest;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.Sparkcentral;

/// <summary>One virtual agent: webhooks in; replies over the REST API, or in the response where there are no credentials for it.</summary>
internal sealed partial class SparkcentralChannel : IChannel, IAnswersInResponse
{
    private const string WriteBackPath = "crm";

    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    private readonly WebhookReader webhooks;
    private readonly ManipulationWriter manipulations;
    private readonly ConversationApi? api;
    private readonly Attachments? attachments;
    private readonly WebhookReader writeBacks;
    private readonly ILogger<SparkcentralChannel> logger;

    private SparkcentralChannel(
        WebhookReader webhooks,
        WebhookReader writeBacks,
        ManipulationWriter manipulations,
        ConversationApi? api,
        Attachments? attachments,
        ILogger<SparkcentralChannel> logger)
    {
        this.webhooks = webhooks;
        this.writeBacks = writeBacks;
        this.attachments = attachments;
        this.manipulations = manipulations;
        this.api = api;
        this.logger = logger;
        Capabilities = new ChannelCapabilities
        {
            ReplyPath = api is null ? ReplyPath.Answer : ReplyPath.Call,
            MaxRequestBytes = 256 * 1024,
            AnswerWithin = TimeSpan.FromSeconds(8),
            TakesCompletion = true,
        };
    }

    public ChannelCapabilities Capabilities { get; }

    /// <summary>Makes the channel of one instance.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static SparkcentralChannel Create(SparkcentralSettings settings, ChannelServices services)
    {
        var problems = SettingsCheck.Problems(settings);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(settings));
        }

        var wire = Wire.Of(settings);
        var channelLogger = services.Logs.CreateLogger<SparkcentralChannel>();
        var key = string.IsNullOrEmpty(settings.SharedSecret) ? null : WebhookKey.Decode(settings.SharedSecret);
        if (key is null)
        {
            LogNoSharedSecret(channelLogger, services.InstanceId);
        }

        var maxSkew = TimeSpan.FromSeconds(settings.MaxSkewSeconds);
        var readerLogger = services.Logs.CreateLogger<WebhookReader>();
        var writeBackKey = string.IsNullOrEmpty(settings.WriteBackSecret) ? null : WebhookKey.Decode(settings.WriteBackSecret);
        var rest = ApiOf(settings, wire, services);
        return new SparkcentralChannel(
            new WebhookReader(wire.SignatureHeader, key, maxSkew, new AgentEvents(), services.Time, readerLogger),

            // Write-backs come again for two and a half days: their time tells nothing of a replay, their key does.
            new WebhookReader(wire.SignatureHeader, writeBackKey, TimeSpan.Zero, new WriteBackEvents(), services.Time, readerLogger),
            new ManipulationWriter(wire, settings.Shortcodes, services.Logs.CreateLogger<ManipulationWriter>()),
            rest,
            rest is null ? null : new Attachments(services.Http, rest, services.Logs.CreateLogger<Attachments>()),
            channelLogger);
    }

    public ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult((request.Path == WriteBackPath ? writeBacks : webhooks).Read(request));

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (api is null)
        {
            return Delivery.Refused("This instance has no client id and secret: its replies leave in the response to a webhook.");
        }

        string? attachment = null;
        if (attachments is not null && message.Parts.Any(part => part is FilePart))
        {
            (attachment, var uploaded, var trouble) = await attachments.UploadAsync(message, cancellationToken);
            if (trouble is not null)
            {
                return trouble.ToDeliveryOfProbe(message.Attempt);
            }

            message = message with { Parts = [.. message.Parts.Where(part => part != uploaded)] };
        }

        if (manipulations.Write([message], attachment) is not { } manipulation)
        {
            return Delivery.Delivered;
        }

        // A handover takes the conversation away, so asking for it once more tells whether it went through.
        var mayBeHandedOver = message is { Completion: not null, MayHaveArrived: true };
        if (mayBeHandedOver)
        {
            var probe = await api.ManipulateAsync(message.ConversationId, Nothing, cancellationToken);
            if (!probe.Accepted)
            {
                LogProbe(probe.Status);
                return probe.NotOurs ? Delivery.Delivered : probe.ToDeliveryOfProbe(message.Attempt);
            }
        }

        var outcome = await api.ManipulateAsync(message.ConversationId, manipulation, cancellationToken);
        return mayBeHandedOver && outcome.NotOurs ? Delivery.Delivered : outcome.ToDelivery(message.Attempt);
    }

    public WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages) =>
        WebhookResponse.Json(200, manipulations.Write(messages) ?? Nothing);

    private static ConversationApi? ApiOf(SparkcentralSettings settings, Wire wire, ChannelServices services)
    {
        if (string.IsNullOrEmpty(settings.ClientId) || string.IsNullOrEmpty(settings.ClientSecret))
        {
            return null;
        }

        var rest = new RestClient(services.Http, services.Time);
        var credentials = AccessTokens.Basic(settings.ClientId, settings.ClientSecret);
        var tokens = new AccessTokens(rest, wire, credentials, services.Time, services.Logs.CreateLogger<AccessTokens>());
        return new ConversationApi(rest, wire, tokens);
    }

    [LoggerMessage(LogLevel.Warning, "Channel {Instance} has no shared secret: every webhook is refused until it is set")]
    private static partial void LogNoSharedSecret(ILogger logger, string instance);

    [LoggerMessage(LogLevel.Debug, "Asked whether a handover had gone through; the answer was {Status}")]
    private partial void LogProbe(int? status);
}
