using Microsoft.Extensions.Logging;
using Spark.Channels.HandoffApi.Requests;
using Spark.Channels.HandoffApi.Tokens;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.HandoffApi;

/// <summary>One instance of the API. It has no conversations of its own: what it takes goes on in those of its target.</summary>
internal sealed class HandoffChannel : IChannel, IWordsRefusals
{
    private readonly TokenEndpoint tokens;
    private readonly HandoffEndpoint handoffs;

    private HandoffChannel(TokenEndpoint tokens, HandoffEndpoint handoffs)
    {
        this.tokens = tokens;
        this.handoffs = handoffs;
    }

    public ChannelCapabilities Capabilities { get; } = new()
    {
        ReplyPath = ReplyPath.Call,
        MaxRequestBytes = Limits.Body,
        // Clients in use wait for 300 s; a conversation may have to be opened first.
        AnswerWithin = TimeSpan.FromSeconds(30),
    };

    /// <summary>Makes one instance.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static HandoffChannel Create(HandoffSettings settings, ChannelServices services)
    {
        var problems = settings.Problems();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(settings));
        }

        if (services is not { Access: { } access, Audit: { } audit, Files: { } files })
        {
            throw new PluginNotReadyException("This host has no API clients, which the Handoff API needs.");
        }

        return new(
            new TokenEndpoint(access),
            new HandoffEndpoint(
                access,
                new CallRecord(audit),
                new Forwarder(settings.Target!, services.Reach, files, services.Logs.CreateLogger<Forwarder>()),
                new BodyReader(new MediaTypeList(settings.MediaTypes))));
    }

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!string.Equals(request.Method, "POST", StringComparison.Ordinal))
        {
            return WebhookReceipt.Only(Answers.NotFound("This address takes POST only."));
        }

        return request.Path switch
        {
            TokenEndpoint.Path => WebhookReceipt.Only(await tokens.AnswerAsync(request, isLegacy: false, cancellationToken)),
            TokenEndpoint.LegacyPath => WebhookReceipt.Only(await tokens.AnswerAsync(request, isLegacy: true, cancellationToken)),
            HandoffEndpoint.Path => await handoffs.ReceiveAsync(request, cancellationToken),
            _ => WebhookReceipt.Only(Answers.NotFound($"There is nothing here. POST to /{TokenEndpoint.Path} for a token and to /{HandoffEndpoint.Path} to hand over.")),
        };
    }

    public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Delivery.Refused("The Handoff API has no conversations of its own: the bot answers on its target."));

    public WebhookResponse Refuse(WebhookRefusal refusal) => Answers.Of(refusal);
}
