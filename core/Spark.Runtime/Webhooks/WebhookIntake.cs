using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Answers;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Webhooks;

namespace Spark.Runtime.Webhooks;

/// <summary>Takes a request to a channel instance: the plugin reads it, its events are stored, and only then it is answered.</summary>
public sealed partial class WebhookIntake(
    TurnRunner turns, AnswerDesk desk, IChannelDirectory channels, ILinkRedeemer redeemer, TimeProvider time, ILogger<WebhookIntake> logger)
{
    private const string TargetIsGone = "SPK11020";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Handles a request.</summary>
    /// <param name="channel">The channel instance.</param>
    /// <param name="request">The request, read whole.</param>
    /// <param name="cancellationToken">Ends with the request. Events that were read are stored all the same.</param>
    public async Task<WebhookResponse> HandleAsync(IRunningChannel channel, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var receipt = await channel.ReceiveAsync(request, cancellationToken);
            Accepted? last = null;
            foreach (var inbound in receipt.Events)
            {
                if (TargetOf(channel.Instance, inbound) is not { } target)
                {
                    return ComeAgain(channel);
                }

                last = await StoreAsync(channel.Instance, target, request, inbound, cancellationToken);
            }

            var isAnswered = last is not null && channel.Instance.Capabilities.ReplyPath == ReplyPath.Answer;
            return isAnswered
                ? await AnswerAsync(channel, request, receipt.Answer, last!, cancellationToken)
                : receipt.Answer;
        }
        catch (TimeoutException)
        {
            LogRefused(channel.Instance.Id);
            return ComeAgain(channel);
        }
    }

    // Null for an instance that has gone since the channel reached somebody there.
    private ChannelInstance? TargetOf(ChannelInstance source, InboundEvent inbound)
    {
        if (inbound is not ConversationForwarded forwarded)
        {
            return source;
        }

        var target = channels.Find(forwarded.ChannelInstance)?.Instance;
        if (target is null)
        {
            LogNoTarget(source.Id, TargetIsGone, forwarded.ChannelInstance);
        }

        return target;
    }

    private static WebhookResponse ComeAgain(IRunningChannel channel) =>
        channel.Refuse(new(503, "Spark cannot take this now. Try again in a moment.", TimeSpan.FromSeconds(1)));

    private async Task<WebhookResponse> AnswerAsync(
        IRunningChannel channel, WebhookRequest request, WebhookResponse nothingToSay, Accepted accepted, CancellationToken cancellationToken)
    {
        try
        {
            var left = Left(request, channel.Instance.Capabilities);
            return await desk.AnswerAsync(channel, request, accepted, left, cancellationToken) ?? nothingToSay;
        }
        catch (StoreUnavailableException away)
        {
            // The event is stored, its answer could not be read: the sender is to come again for it.
            LogHeld(channel.Instance.Id, away.Code);
            return ComeAgain(channel);
        }
    }

    /// <exception cref="TimeoutException">The request's time to be answered was over. The turn may be written all the same.</exception>
    private async Task<Accepted> StoreAsync(
        ChannelInstance channel, ChannelInstance target, WebhookRequest request, InboundEvent inbound, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
        {
            var left = Left(request, channel.Capabilities);
            if (left == TimeSpan.Zero)
            {
                throw new TimeoutException();
            }

            try
            {
                // Once: a token is used up by it, and the event is tried again with what it brought.
                if (inbound is ConversationStarted { LinkToken: not null } arrival)
                {
                    inbound = await redeemer.RedeemAsync(arrival, cancellationToken);
                }

                return await turns.AcceptAsync(target, inbound, left, inbound is ConversationClosed or ConversationLeft ? IsKnown : null, channel.Id, cancellationToken);
            }
            catch (StoreUnavailableException flooded) when (flooded.Code == StoreUnavailableException.Flooded)
            {
                // It was told once, where it was found out: a flood is not to flood the log.
                LogSlowed(channel.Id, flooded.Code);
            }
            catch (StoreUnavailableException crowded) when (crowded.Code == StoreUnavailableException.Crowded)
            {
                // Told once a request: one that is held for long is tried often.
                if (wait == FirstWait)
                {
                    LogCrowded(channel.Id, crowded.Code, ConversationKey.Of(target.Id, inbound.ConversationId));
                }
            }
            catch (StoreUnavailableException away)
            {
                if (wait == FirstWait)
                {
                    LogHeld(channel.Id, away.Code);
                }
            }

            await Task.Delay(wait < left ? wait : left, time, cancellationToken);
        }
    }

    // A desk tells of all that it closes, also of what was never ours.
    private static bool IsKnown(ConversationState state) => state.Sequence > 0;

    private TimeSpan Left(WebhookRequest request, ChannelCapabilities can)
    {
        // A clock that was set meanwhile neither refuses what is new nor holds what is old for longer than its channel allows.
        var passed = time.GetUtcNow() - request.ReceivedAt;
        return passed >= TimeSpan.Zero && passed < can.AnswerWithin ? can.AnswerWithin - passed : passed < TimeSpan.Zero ? can.AnswerWithin : TimeSpan.Zero;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: a request to {Instance} was held because its event could not be stored now")]
    private partial void LogHeld(string instance, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: a request to {Instance} was held because too many events of conversation {Conversation} wait for their turn")]
    private partial void LogCrowded(string instance, string code, ConversationKey conversation);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Code}: a request to {Instance} was held because its person brings too many")]
    private partial void LogSlowed(string instance, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code}: a request to {Instance} was refused with 503: it forwards to the channel instance {Target}, which does not run")]
    private partial void LogNoTarget(string instance, string code, string target);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to {Instance} was refused with 503: its time to be answered was over")]
    private partial void LogRefused(string instance);
}
