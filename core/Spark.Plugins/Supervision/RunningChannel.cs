using Spark.Channels;
using Spark.Messages;
using Spark.Plugins.Instances;
using Spark.Runtime.Channels;
using Spark.Webhooks;

namespace Spark.Plugins.Supervision;

/// <summary>A channel instance: whatever its plugin does, these members return.</summary>
internal sealed class RunningChannel(
    PluginInstance<IChannel> channel, ChannelInstance instance, PluginSupervisor supervisor, PluginOptions options)
    : IRunningChannel
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private static readonly WebhookRefusal NotNow = new(503, "The channel does not work at the moment. Try again later.", RetryAfter);
    private static readonly WebhookRefusal Broken = new(500, "The channel failed. Nothing was stored.");

    private readonly SearchesUnderWay searches = new();

    public ChannelInstance Instance => instance;

    public PluginInstance<IChannel> Plugin => channel;

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (channel.Made is not { } made)
        {
            return Refused(NotNow);
        }

        var call = await supervisor.CallAsync(
            channel.Site,
            nameof(IChannel.ReceiveAsync),
            async token => Checked(await made.ReceiveAsync(request, token)),
            instance.Capabilities.AnswerWithin,
            cancellationToken);
        channel.State.Learn(call.End, call.Reason);
        return call.End switch
        {
            CallEnd.Returned => call.Value!,
            CallEnd.TooLate or CallEnd.NotReady or CallEnd.CredentialsRejected => Refused(NotNow),
            _ => Refused(Broken),
        };
    }

    public async ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (channel.Made is not { } made)
        {
            return Delivery.NotSent("The plugin is not running.");
        }

        var call = await supervisor.CallAsync(
            channel.Site, nameof(IChannel.SendAsync), token => made.SendAsync(message, token), options.SendWithin, cancellationToken);
        channel.State.Learn(call.End, call.Reason);
        return call.End switch
        {
            CallEnd.Returned => call.Value!,
            CallEnd.NotReady => Delivery.NotSent(call.Reason!),
            CallEnd.CredentialsRejected => Delivery.Refused(call.Reason!),
            _ => Delivery.Unknown(call.Reason!),
        };
    }

    /// <summary>Lets the plugin make its app's package; null with the reason when it cannot or fails.</summary>
    public async ValueTask<(AppPackage? Package, string? Refusal)> MakePackageAsync(AppPackageOrder order, CancellationToken cancellationToken)
    {
        if (channel.Made is not IMakesAppPackage maker)
        {
            return (null, $"the channel '{instance.Channel}' is no app that is installed anywhere.");
        }

        var call = await supervisor.MakeAsync(channel.Site, nameof(IMakesAppPackage.MakePackage), () => maker.MakePackage(order), options.StartWithin, cancellationToken);
        return (call.Value, call.HasValue ? null : call.Detail ?? call.Reason);
    }

    public async ValueTask<WebhookResponse?> RenderAsync(
        WebhookRequest request, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        if (channel.Made is not IAnswersInResponse renderer)
        {
            return null;
        }

        var call = await supervisor.CallAsync(
            channel.Site,
            nameof(IAnswersInResponse.Render),
            _ => ValueTask.FromResult(renderer.Render(request, messages)),
            options.RenderWithin,
            cancellationToken);
        channel.State.Learn(call.End, call.Reason);
        return call.Value;
    }

    public WebhookResponse Refuse(WebhookRefusal refusal)
    {
        if (channel.Made is not IWordsRefusals words)
        {
            return refusal.ToResponse();
        }

        var call = supervisor.Compute(channel.Site, nameof(IWordsRefusals.Refuse), () => words.Refuse(refusal));
        return call is { HasValue: true, Value: { Status: >= 200 and <= 599, Headers: not null } worded } ? worded : refusal.ToResponse();
    }

    /// <summary>Lets the plugin find a person, once at a time for each. A plugin that cannot, throws or is too late reaches nobody.</summary>
    public async ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken)
    {
        if (channel.Made is not { } made)
        {
            return Reach.Not(ReachStatus.Unavailable, $"The channel instance '{instance.Id}' is not running.");
        }

        if (made is not IReachesPeople people)
        {
            return Reach.Not(ReachStatus.Unavailable, $"The channel '{instance.Channel}' of instance '{instance.Id}' cannot write to people first.");
        }

        // The search belongs to all who wait for it: it ends by its own time, not with the first of them.
        return await searches.JoinAsync(address, () => SearchAsync(people, address)).WaitAsync(cancellationToken);
    }

    private async Task<Reach> SearchAsync(IReachesPeople people, PersonAddress address)
    {
        var call = await supervisor.CallAsync(
            channel.Site,
            nameof(IReachesPeople.ReachAsync),
            async token => Checked(await people.ReachAsync(address, token)),
            options.ReachWithin,
            CancellationToken.None);
        channel.State.Learn(call.End, call.Reason);
        return call.HasValue
            ? call.Value with { IsFromChannel = true }
            : Reach.Not(ReachStatus.Unavailable, $"The channel instance '{instance.Id}' could not look: {call.Reason}");
    }

    private static Reach? Checked(Reach? reach) =>
        reach is { Status: not ReachStatus.Reached } or { ConversationId.Length: > 0 } && Enum.IsDefined(reach.Status) ? reach : null;

    /// <summary>Looks at all that the host will read later, while the plugin's lists are still under supervision.</summary>
    private static WebhookReceipt? Checked(WebhookReceipt? receipt)
    {
        if (receipt is not { Answer.Status: >= 200 and <= 599, Answer.Headers: not null, Events: not null })
        {
            return null;
        }

        InboundEvent[] events = [.. receipt.Events];
        return Array.TrueForAll(events, happened => happened is { ConversationId.Length: > 0, Keys: not null } && HasKey(happened.Keys) && IsWhole(happened))
            ? receipt with { Events = events }
            : null;
    }

    private static bool IsWhole(InboundEvent happened) => happened is not ConversationForwarded forwarded
        || forwarded is { ChannelInstance.Length: > 0, Source: not null, Parts: not null, Metadata: not null, Transcript: not null };

    private static bool HasKey(IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] is { Length: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private WebhookReceipt Refused(WebhookRefusal refusal) => WebhookReceipt.Only(Refuse(refusal));
}
