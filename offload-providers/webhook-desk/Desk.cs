using Spark.Channels;
using Spark.Messages;
using Spark.Offload.WebhookDesk.Wire;
using Spark.Webhooks;

namespace Spark.Offload.WebhookDesk;

/// <summary>
/// One desk: what the person says leaves by calls, what an agent says comes by webhooks. The desk takes no idempotency key, so whatever may
/// have arrived is looked for by its marker before it is sent again.
/// </summary>
internal sealed class Desk : IOffloadProvider, IRelayDesk
{
    private readonly DeskApi api;
    private readonly WebhookReader webhooks;
    private readonly Uri callback;
    private readonly TimeSpan lease;

    private Desk(WebhookDeskSettings settings, InstanceServices services)
    {
        api = new DeskApi(services.Http, settings.Url, settings.Token);
        webhooks = new WebhookReader(settings.Secret);
        callback = new Uri($"{services.PublicUrl.AbsoluteUri.TrimEnd('/')}/connections/{services.InstanceId}");
        lease = TimeSpan.FromSeconds(settings.LeaseSeconds);
    }

    /// <summary>Makes the provider of one connection.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static Desk Create(WebhookDeskSettings settings, InstanceServices services)
    {
        var problems = string.Join(' ', SettingsCheck.Problems(settings));
        return problems.Length > 0 ? throw new ArgumentException(problems, nameof(settings)) : new Desk(settings, services);
    }

    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        if (request.MayHaveArrived && await FindAsync(request.EffectId, cancellationToken) is { } known)
        {
            return known;
        }

        var call = new CreateCall(
            callback,
            request.Person?.Name,
            request.Language,
            request.Queue,
            Attributes.Of(request),
            [.. request.Transcript.Select(line => new CreateCall.Line(line.At, line.FromPerson ? "person" : line.Agent ?? "bot", line.Text))]);
        var answer = await api.CreateAsync(call, request.EffectId, cancellationToken);
        return answer switch
        {
            { IsGood: true, Body.Id.Length: > 0 } => Accepted(answer.Body),
            { Status: 423 } => OffloadDecision.Of(OffloadResult.Closed, "The desk takes no conversations now."),
            { Status: 401 or 403 } => throw new CredentialsRejectedException("The desk refuses the token."),

            // It may be there all the same, under a name that we were not told.
            { Status: Answer<ConversationAnswer>.NoAnswer } => await FindAsync(request.EffectId, cancellationToken) ?? Failed(answer.Sentence),
            _ => Failed(answer.Sentence),
        };
    }

    public async ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken)
    {
        if (message.Kind == DeskMessageKind.Left)
        {
            var left = (await api.LeaveAsync(message.ExternalId, cancellationToken)).ToDelivery();
            return left.Status == DeliveryStatus.Lost ? Delivery.Delivered : left;
        }

        var text = PlainText.Render(message.Parts);
        if (text.Length == 0)
        {
            return Delivery.Delivered;
        }

        if (message.MayHaveArrived)
        {
            var found = await api.FindMessageAsync(message.ExternalId, message.EffectId, cancellationToken);
            if (found is { IsGood: true, Body.Messages.Count: > 0 })
            {
                return Delivery.Delivered;
            }

            if (!found.IsGood)
            {
                var delivery = found.ToDelivery();
                return delivery.Status == DeliveryStatus.Unknown ? Delivery.NotSent(found.Sentence, found.RetryAfter) : delivery;
            }
        }

        return (await api.SayAsync(message.ExternalId, text, message.EffectId, cancellationToken)).ToDelivery();
    }

    public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(webhooks.Read(request));

    public async ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken)
    {
        var answer = await api.ShowAsync(externalId, cancellationToken);
        return answer switch
        {
            { IsGood: true, Body: { } body } => body.IsClosed ? DeskStatus.Gone : DeskStatus.Held,
            { Status: 404 or 410 } => DeskStatus.Gone,
            _ => DeskStatus.Unknown,
        };
    }

    private static OffloadDecision Failed(string sentence) => OffloadDecision.Of(OffloadResult.Failed, sentence);

    private async Task<OffloadDecision?> FindAsync(string effectId, CancellationToken cancellationToken) =>
        await api.FindAsync(effectId, cancellationToken) is { Body.Conversations: [{ Id.Length: > 0, IsClosed: false } known, ..] } ? Accepted(known) : null;

    private OffloadDecision Accepted(ConversationAnswer taken) => new()
    {
        Result = OffloadResult.Accepted,
        ExternalId = taken.Id,
        Lease = lease,
        Position = taken.Position,
        Wait = taken.WaitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
