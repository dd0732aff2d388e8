using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Channels;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Lanes;

namespace Spark.Runtime.Outbox;

/// <summary>Tries to send a message.</summary>
internal sealed class MessageSender(
    IOutboxStore store,
    Node node,
    IChannelDirectory channels,
    Persistence persistence,
    RetryDelay delay,
    MessageClock clock,
    IOptions<OutboxOptions> options,
    TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim slots = new(options.Value.MostSends);

    public void Dispose() => slots.Dispose();

    /// <summary>Tries once.</summary>
    /// <param name="entry">The message.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="pass">Leave to call its channel.</param>
    /// <param name="stopping">Ends the waits before the call.</param>
    /// <param name="sending">Ends the call, and the write of what came of it.</param>
    public async Task<Attempt> AttemptAsync(OutboxEntry entry, Lane lane, CircuitPass pass, CancellationToken stopping, CancellationToken sending)
    {
        if (EndUntried(entry, lane) is { } untried)
        {
            return Attempt.Ended(untried);
        }

        var channel = channels.Find(entry.Instance);
        if (channel is null)
        {
            return await AgainAsync(entry, lane, Delivery.NotSent($"{OutboxCodes.NotRunning}: channel instance '{entry.Instance}' is not running."), stopping);
        }

        if (EndWithoutCall(channel.Instance.Capabilities, entry) is { } end)
        {
            return end.Status == OutboxStatus.WaitingForAnswer ? await WaitForAnswerAsync(entry, lane, stopping) : Attempt.Ended(end);
        }

        await slots.WaitAsync(stopping);
        Delivery delivery;
        try
        {
            if (await BeginAsync(entry, lane, stopping) is not { } begun || !await node.MayActAsAsync(lane.Node, stopping))
            {
                return Attempt.NotOurs;
            }

            entry = begun;
            delivery = await channel.SendAsync(MessageOf(entry, channel.Instance.Capabilities), sending);
        }
        finally
        {
            slots.Release();
        }

        return await JudgeAsync(entry, lane, delivery, pass, sending);
    }

    /// <summary>The message as the channel gets it: with the name of the agent who speaks, in the text where the channel does not show it.</summary>
    public static OutboundMessage MessageOf(OutboxEntry entry, ChannelCapabilities can)
    {
        var message = (SendMessage)entry.Effect;
        return new()
        {
            ConversationId = entry.ExternalId,
            ChannelDetails = entry.ChannelDetails,
            EffectId = entry.Address.Id,
            Parts = can.ShowsAgent ? message.Parts : AgentName.Before(message.Parts, message.Agent),
            Agent = message.Agent,
            Language = message.Language,
            Completion = message.Completion,
            Attempt = Math.Max(entry.Attempts, 1),
            MayHaveArrived = entry.MayHaveArrived,
        };
    }

    private EffectEnd? EndUntried(OutboxEntry entry, Lane lane)
    {
        if (entry.AnsweredBy is not null)
        {
            return new(OutboxStatus.Answered, null);
        }

        if (lane.HasPassed(entry.Epoch))
        {
            return EffectEnd.Superseded;
        }

        return !entry.IsLate && clock.AgeOf(entry.CreatedAt) > options.Value.MessageAge
            ? EffectEnd.TooOld(entry, options.Value.MessageAge, "it waited too long for an attempt")
            : null;
    }

    private async Task<Attempt> JudgeAsync(OutboxEntry entry, Lane lane, Delivery delivery, CircuitPass pass, CancellationToken sending)
    {
        switch (delivery.Status)
        {
            case DeliveryStatus.NotSent:
            case DeliveryStatus.Unknown:
                pass.Fail(delivery.RetryAfter);
                break;
            default:
                pass.Succeed();
                break;
        }

        switch (delivery.Status)
        {
            case DeliveryStatus.Delivered:
                return Attempt.Ended(OutboxStatus.Delivered, null);
            case DeliveryStatus.Refused:
                return Attempt.Ended(OutboxStatus.Failed, delivery.Reason);
            case DeliveryStatus.Lost:
                return Attempt.Ended(new(OutboxStatus.Failed, delivery.Reason, IsLost: true));
            case DeliveryStatus.Unknown when entry.MayHaveArrived:
                return Attempt.Ended(OutboxStatus.Unknown, delivery.Reason);
            case DeliveryStatus.Unknown:
                // Once more: a doubled line is better than silence.
                return await AgainAsync(entry with { MayHaveArrived = true }, lane, delivery, sending);
            default:
                return await AgainAsync(entry, lane, delivery, sending);
        }
    }

    // Born with its first attempt counted, in the turn's own write; any other is counted here.
    private async Task<OutboxEntry?> BeginAsync(OutboxEntry entry, Lane lane, CancellationToken stopping)
    {
        if (entry is { Status: OutboxStatus.Claimed, Attempts: > 0 })
        {
            return entry;
        }

        var begun = entry with { Attempts = entry.Attempts + 1, Status = OutboxStatus.Claimed, DueAt = null };
        var isOurs = await persistence.InsistAsync(
            token => store.BeginAttemptAsync(lane.Node, begun.Address, begun.Attempts, OutboxStatus.Claimed, token), stopping);
        return isOurs ? begun : null;
    }

    private async Task<Attempt> AgainAsync(OutboxEntry entry, Lane lane, Delivery delivery, CancellationToken cancellationToken)
    {
        var wait = delay.After(Math.Max(entry.Attempts, 1), delivery.RetryAfter);
        var again = entry with { Status = OutboxStatus.Pending, DueAt = time.GetUtcNow() + wait };
        if (!again.IsLate && clock.AgeOf(again.CreatedAt) + wait > options.Value.MessageAge)
        {
            return Attempt.Ended(again.MayHaveArrived ? new(OutboxStatus.Unknown, delivery.Reason) : EffectEnd.TooOld(again, options.Value.MessageAge, delivery.Reason));
        }

        var isOurs = await persistence.InsistAsync(token => store.PutBackAsync(lane.Node, again, delivery.Reason, token), cancellationToken);
        return isOurs ? new(null, again) : Attempt.NotOurs;
    }

    // Its channel's path has changed since: it is not the dispatcher's any more.
    private async Task<Attempt> WaitForAnswerAsync(OutboxEntry entry, Lane lane, CancellationToken stopping)
    {
        var waits = entry with { Status = OutboxStatus.WaitingForAnswer, DueAt = null };
        await persistence.InsistAsync(token => store.PutBackAsync(lane.Node, waits, null, token), stopping);
        return Attempt.NotOurs;
    }

    // Beside completions that a channel cannot carry, this meets messages whose channel was given another reply path since.
    private static EffectEnd? EndWithoutCall(ChannelCapabilities can, OutboxEntry entry) => (can.ReplyPath, entry.IsAwaited) switch
    {
        (_, true) when !can.TakesCompletion => new(OutboxStatus.Failed, "The channel cannot give conversations away."),
        (ReplyPath.Answer, _) => new(OutboxStatus.WaitingForAnswer, null),
        (ReplyPath.Pull, _) => new(OutboxStatus.Delivered, null),
        _ => null,
    };
}
