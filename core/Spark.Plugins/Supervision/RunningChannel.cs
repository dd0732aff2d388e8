using System.Globalization;
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
    private const int RetryAfterSeconds = 5;

    public ChannelInstance Instance => instance;

    public PluginInstance<IChannel> Plugin => channel;

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (channel.Made is not { } made)
        {
            return Refuse(503);
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
            CallEnd.TooLate or CallEnd.NotReady or CallEnd.CredentialsRejected => Refuse(503),
            _ => Refuse(500),
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

    /// <summary>Looks at all that the host will read later, while the plugin's lists are still under supervision.</summary>
    private static WebhookReceipt? Checked(WebhookReceipt? receipt)
    {
        if (receipt is not { Answer.Status: >= 200 and <= 599, Answer.Headers: not null, Events: not null })
        {
            return null;
        }

        InboundEvent[] events = [.. receipt.Events];
        return Array.TrueForAll(events, happened => happened is { ConversationId.Length: > 0, Keys: not null } && HasKey(happened.Keys))
            ? receipt with { Events = events }
            : null;
    }

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

    private static WebhookReceipt Refuse(int status) => WebhookReceipt.Only(status == 503
        ? new()
        {
            Status = status,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Retry-After"] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture),
            },
        }
        : WebhookResponse.Empty(status));
}
