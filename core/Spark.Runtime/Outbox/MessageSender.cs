using System.Globalization;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Channels;
using Spark.Runtime.Nodes;

namespace Spark.Runtime.Outbox;

/// <summary>Sends one message until it has ended.</summary>
internal sealed class MessageSender(
    IOutboxStore store,
    Node node,
    IChannelDirectory channels,
    Persistence persistence,
    RetryDelay delay,
    IOptions<OutboxOptions> options,
    TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim slots = new(options.Value.MostSends);

    public void Dispose() => slots.Dispose();

    /// <summary>Sends a message.</summary>
    /// <param name="entry">The message.</param>
    /// <param name="lane">Tells whether the conversation has changed hands meanwhile.</param>
    /// <param name="stopping">Ends the waits between attempts.</param>
    /// <param name="sending">Ends a call under way.</param>
    public async Task<EffectEnd> SendAsync(OutboxEntry entry, Lane lane, CancellationToken stopping, CancellationToken sending)
    {
        // Born with its first attempt counted, and not yet tried: the entry that a turn has handed over.
        var isCounted = entry.Attempts > 0 && !entry.MayHaveArrived && entry.Status == OutboxStatus.Claimed;
        while (true)
        {
            if (lane.HasPassed(entry.Epoch))
            {
                return EffectEnd.Superseded;
            }

            if (time.GetUtcNow() - entry.CreatedAt > options.Value.MessageAge)
            {
                return TooOld(entry, "it waited too long for its first attempt");
            }

            await WaitUntilDueAsync(entry, stopping);
            var channel = channels.Find(entry.Instance);
            if (channel?.Instance.Capabilities is { } can && EndWithoutCall(can, entry) is { } end)
            {
                if (end.Status == OutboxStatus.WaitingForAnswer)
                {
                    await persistence.InsistAsync(token => store.PutBackAsync(node.Id, entry with { Status = end.Status, DueAt = null }, end.Reason, token), stopping);
                }

                return end;
            }

            var delivery = Delivery.NotSent($"SPK11010: channel instance '{entry.Instance}' is not running.");
            if (channel is not null)
            {
                if (!isCounted)
                {
                    entry = entry with { Attempts = entry.Attempts + 1, Status = OutboxStatus.Claimed, DueAt = null };
                    await persistence.InsistAsync(token => store.BeginAttemptAsync(node.Id, entry.Address, entry.Attempts, OutboxStatus.Claimed, token), stopping);
                }

                isCounted = false;
                delivery = await CallAsync(channel, entry, sending);
            }

            switch (delivery.Status)
            {
                case DeliveryStatus.Delivered:
                    return new(OutboxStatus.Delivered, null);
                case DeliveryStatus.Refused:
                    return new(OutboxStatus.Failed, delivery.Reason);
                case DeliveryStatus.Lost:
                    return new(OutboxStatus.Failed, delivery.Reason, IsLost: true);
                case DeliveryStatus.Unknown when entry.MayHaveArrived:
                    return new(OutboxStatus.Unknown, delivery.Reason);
                case DeliveryStatus.Unknown:
                    // Once more: a doubled line is better than silence.
                    entry = entry with { MayHaveArrived = true };
                    break;
            }

            var wait = delay.After(Math.Max(entry.Attempts, 1), delivery.RetryAfter);
            entry = entry with { Status = OutboxStatus.Pending, DueAt = time.GetUtcNow() + wait };
            if (entry.DueAt - entry.CreatedAt > options.Value.MessageAge)
            {
                return entry.MayHaveArrived ? new(OutboxStatus.Unknown, delivery.Reason) : TooOld(entry, delivery.Reason);
            }

            await persistence.InsistAsync(token => store.PutBackAsync(node.Id, entry, delivery.Reason, token), stopping);
        }
    }

    private async Task WaitUntilDueAsync(OutboxEntry entry, CancellationToken stopping)
    {
        var wait = (entry.DueAt ?? DateTimeOffset.MinValue) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, stopping);
        }

        stopping.ThrowIfCancellationRequested();
    }

    private async Task<Delivery> CallAsync(IRunningChannel channel, OutboxEntry entry, CancellationToken sending)
    {
        var message = MessageOf(entry);
        await slots.WaitAsync(sending);
        try
        {
            return await channel.SendAsync(message, sending);
        }
        finally
        {
            slots.Release();
        }
    }

    // Beside completions that a channel cannot carry, this meets messages whose channel was given another reply path since.
    private static EffectEnd? EndWithoutCall(ChannelCapabilities can, OutboxEntry entry) => (can.ReplyPath, entry.IsAwaited) switch
    {
        (_, true) when !can.TakesCompletion => new(OutboxStatus.Failed, "The channel cannot give conversations away."),
        (ReplyPath.Answer, _) => new(OutboxStatus.WaitingForAnswer, null),
        (ReplyPath.Pull, _) => new(OutboxStatus.Delivered, null),
        _ => null,
    };

    private EffectEnd TooOld(OutboxEntry entry, string? reason) => new(
        OutboxStatus.Failed,
        string.Create(CultureInfo.InvariantCulture, $"SPK11009: not sent within {options.Value.MessageAge} ({entry.Attempts} attempts): {reason}"));

    /// <summary>The message as the channel gets it.</summary>
    public static OutboundMessage MessageOf(OutboxEntry entry)
    {
        var message = (SendMessage)entry.Effect;
        return new()
        {
            ConversationId = entry.ExternalId,
            ChannelDetails = entry.ChannelDetails,
            EffectId = entry.Address.Id,
            Parts = message.Parts,
            Language = message.Language,
            Completion = message.Completion,
            Attempt = Math.Max(entry.Attempts, 1),
            MayHaveArrived = entry.MayHaveArrived,
        };
    }
}
