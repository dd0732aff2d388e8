using Spark.Channels;
using Spark.Offload;
using Spark.Plugins.Environments;
using Spark.Plugins.Instances;
using Spark.Runtime.Exchanges;
using Spark.Runtime.Offload;
using Spark.Webhooks;

namespace Spark.Plugins.Supervision;

/// <summary>A connection to an offload provider: whatever its plugin does, it decides.</summary>
internal sealed class RunningOffloadProvider(
    PluginInstance<IOffloadProvider> provider, OffloadKind? kind, Availability availability, PluginSupervisor supervisor, PluginOptions options)
    : IRunningDesk
{
    private static readonly TimeSpan ReceiveWithin = TimeSpan.FromSeconds(8);

    /// <summary>True for a provider that answers requests: those that relay, and those with a page.</summary>
    public bool IsDesk => provider.Made is IReceivesRequests;

    public PluginInstance<IOffloadProvider> Plugin => provider;

    public async ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (provider.Made is not { } made)
        {
            return OffloadDecision.Of(OffloadResult.Failed, "The plugin is not running.");
        }

        if (availability.Refusal() is { } refusal)
        {
            return refusal;
        }

        ExchangeLog.Current?.Hide(provider.Site.Secrets);
        var call = await supervisor.CallAsync(
            provider.Site, nameof(IOffloadProvider.OpenAsync), token => made.OpenAsync(request, token), timeout, cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.Value ?? OffloadDecision.Of(IsUnclear(call.End) ? OffloadResult.Unknown : OffloadResult.Failed, call.Reason);
    }

    public async ValueTask<Delivery> SendAsync(DeskMessage message, CancellationToken cancellationToken)
    {
        if (provider.Made is not IRelayDesk desk)
        {
            return Delivery.NotSent("The plugin is not running.");
        }

        var call = await supervisor.CallAsync(
            provider.Site, nameof(IRelayDesk.SendAsync), token => desk.SendAsync(message, token), options.SendWithin, cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.End switch
        {
            CallEnd.Returned => call.Value!,
            CallEnd.NotReady or CallEnd.CredentialsRejected => Delivery.NotSent(call.Reason!),
            _ => Delivery.Unknown(call.Reason!),
        };
    }

    public async ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (provider.Made is not IReceivesRequests desk)
        {
            return DeskReceipt.Only(WebhookResponse.Empty(503));
        }

        var call = await supervisor.CallAsync(
            provider.Site, nameof(IReceivesRequests.ReceiveAsync), async token => Checked(await desk.ReceiveAsync(request, token)), ReceiveWithin, cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.End switch
        {
            CallEnd.Returned => call.Value!,
            CallEnd.TooLate or CallEnd.NotReady or CallEnd.CredentialsRejected => DeskReceipt.Only(WebhookResponse.Empty(503)),
            _ => DeskReceipt.Only(WebhookResponse.Empty(500)),
        };
    }

    public async ValueTask<DeskStatus> GetStatusAsync(string externalId, CancellationToken cancellationToken)
    {
        if (provider.Made is not IRelayDesk desk)
        {
            return DeskStatus.Unknown;
        }

        var call = await supervisor.CallAsync(
            provider.Site,
            nameof(IRelayDesk.GetStatusAsync),
            async token => new Told(await desk.GetStatusAsync(externalId, token)),
            options.SendWithin,
            cancellationToken);
        provider.State.Learn(call.End, call.Reason);
        return call.Value?.Status ?? DeskStatus.Unknown;
    }

    /// <summary>Looks at all that the host will read later, while the plugin's lists are still under supervision.</summary>
    private static DeskReceipt? Checked(DeskReceipt? receipt)
    {
        if (receipt is not { Answer.Status: >= 200 and <= 599, Answer.Headers: not null, Events: not null })
        {
            return null;
        }

        DeskEvent[] events = [.. receipt.Events];
        return Array.TrueForAll(events, happened => happened is { ExternalId.Length: > 0, Keys: not null } && happened.Keys.Any(key => key is { Length: > 0 }))
            ? receipt with { Events = events }
            : null;
    }

    // What a desk did before it was cut off or broke cannot be told: a ticket may have been opened.
    private bool IsUnclear(CallEnd end) => kind == OffloadKind.Ticket && end is not (CallEnd.NotReady or CallEnd.CredentialsRejected);

    private sealed record Told(DeskStatus Status);
}
