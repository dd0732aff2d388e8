using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Lanes;

namespace Spark.Runtime.Offload;

/// <summary>Tries to tell a desk something, or asks it whether it still has a conversation.</summary>
internal sealed class DeskSender(
    IOutboxStore store,
    Node node,
    IOffloadDirectory desks,
    DeskDoor door,
    CircuitBoard circuits,
    Persistence persistence,
    RetryDelay delay,
    MessageClock clock,
    IOptions<OutboxOptions> options,
    TimeProvider time)
{
    /// <summary>Tries once.</summary>
    /// <param name="entry">The effect.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="isRepeat">True when a try of it was made before, or may have been.</param>
    /// <param name="stopping">Ends the waits before the call.</param>
    /// <param name="sending">Ends the call, and the write of what came of it.</param>
    public async Task<Attempt> AttemptAsync(OutboxEntry entry, Lane lane, bool isRepeat, CancellationToken stopping, CancellationToken sending)
    {
        var word = (TellDesk)entry.Effect;
        if (!entry.IsLate && clock.AgeOf(entry.CreatedAt) > options.Value.MessageAge)
        {
            return Attempt.Ended(EffectEnd.TooOld(entry, options.Value.MessageAge, "it waited too long for an attempt"));
        }

        if (desks.FindDesk(word.Connection) is not { } desk)
        {
            return await AgainAsync(entry, lane, Delivery.NotSent($"{OutboxCodes.NotRunning}: connection '{word.Connection}' is not running."), stopping);
        }

        using var pass = await circuits.OfConnection(word.Connection).EnterAsync(isRepeat, stopping);
        if (await BeginAsync(entry, lane, stopping) is not { } begun || !await node.MayActAsAsync(lane.Node, stopping))
        {
            return Attempt.NotOurs;
        }

        return word.Word == DeskWord.Ask
            ? await AskAsync(begun, word, desk, pass, sending)
            : await JudgeAsync(begun, lane, await desk.SendAsync(MessageOf(begun, word), sending), pass, sending);
    }

    private static DeskMessage MessageOf(OutboxEntry entry, TellDesk word) => new()
    {
        ExternalId = word.ExternalId,
        EffectId = entry.Address.Id,
        Kind = word.Word == DeskWord.Left ? DeskMessageKind.Left : DeskMessageKind.Said,
        Parts = word.Parts,
        Language = word.Language,
        Person = word.Person,
        At = entry.CreatedAt,
        Attempt = Math.Max(entry.Attempts, 1),
        MayHaveArrived = entry.MayHaveArrived,
    };

    // Asked once: a desk that does not answer has its conversation taken back when its time is over.
    private async Task<Attempt> AskAsync(OutboxEntry entry, TellDesk word, IRunningDesk desk, CircuitPass pass, CancellationToken sending)
    {
        var status = await desk.GetStatusAsync(word.ExternalId, sending);
        if (status == DeskStatus.Unknown)
        {
            pass.Fail(asked: null);
            return Attempt.Ended(OutboxStatus.Failed, "The desk did not say whether it still has the conversation.");
        }

        pass.Succeed();
        string[] keys = [$"asked:{entry.Address.Id}"];
        DeskEvent answer = status == DeskStatus.Held
            ? new DeskAlive { ExternalId = word.ExternalId, Keys = keys }
            : new DeskClosed { ExternalId = word.ExternalId, Keys = keys };
        await persistence.InsistAsync(
            async token =>
            {
                await door.EnterAsync(word.Connection, entry.Instance, entry.ExternalId, answer, token);
            },
            sending);
        return Attempt.Ended(OutboxStatus.Delivered, null);
    }

    private async Task<Attempt> JudgeAsync(OutboxEntry entry, Lane lane, Delivery delivery, CircuitPass pass, CancellationToken sending)
    {
        if (delivery.Status is DeliveryStatus.NotSent or DeliveryStatus.Unknown)
        {
            pass.Fail(delivery.RetryAfter);
        }
        else
        {
            pass.Succeed();
        }

        return delivery.Status switch
        {
            DeliveryStatus.Delivered => Attempt.Ended(OutboxStatus.Delivered, null),
            DeliveryStatus.Refused => Attempt.Ended(OutboxStatus.Failed, delivery.Reason),
            DeliveryStatus.Lost => Attempt.Ended(new(OutboxStatus.Failed, delivery.Reason, IsLost: true)),
            DeliveryStatus.Unknown => await AgainAsync(entry with { MayHaveArrived = true }, lane, delivery, sending),
            _ => await AgainAsync(entry, lane, delivery, sending),
        };
    }

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
}
