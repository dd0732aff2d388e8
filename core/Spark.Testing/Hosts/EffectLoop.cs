using Microsoft.Extensions.DependencyInjection;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Timers;
using Spark.Runtime.Turns;
using Spark.Testing.Outside;
using Spark.Testing.Suites;

namespace Spark.Testing.Hosts;

/// <summary>
/// Does what the turns want done, one after the other, and wakes the conversation when its time has come: messages and offloads in their
/// lane, actions beside it, ends and results by the runtime's own writers.
/// </summary>
internal sealed class EffectLoop(
    IServiceProvider services, MemoryDatabase database, MemoryConversations store, TestChannel channel, FarSide outside, VirtualClock clock)
{
    /// <summary>What a conversation may want done without the person: above it, two dialogs send each other in circles.</summary>
    private const int MostEffects = 10_000;

    private readonly EffectResults results = services.GetRequiredService<EffectResults>();
    private readonly RetryDelay delay = services.GetRequiredService<RetryDelay>();
    private readonly HashSet<EffectAddress> doubtful = [];

    /// <summary>The door of the host. Asked for once: a container that is asked again and again compiles itself, which costs more than a test.</summary>
    public TurnRunner Turns { get; } = services.GetRequiredService<TurnRunner>();

    /// <summary>Another host had everything in hand that is open now, and may have called for it.</summary>
    public void Doubt() => doubtful.UnionWith(database.Open.Keys);

    /// <summary>Does everything that is to be done, and waits for what is to be tried again.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        for (var effects = 0; database.Open.Count > 0; effects++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (effects > MostEffects)
            {
                throw new RestlessException($"The conversation wants more than {MostEffects} things done by itself.");
            }

            var next = Ready().MinBy(entry => entry.DueAt ?? DateTimeOffset.MinValue)!;
            if (next.DueAt is { } due && due > clock.GetUtcNow())
            {
                await WakeUntilAsync(due, cancellationToken);
                clock.MoveTo(due);
            }

            if (database.Open.TryGetValue(next.Address, out var entry))
            {
                await RunAsync(entry, cancellationToken);
            }
        }
    }

    /// <summary>Lets time pass, and everything happen that is due until then.</summary>
    public async Task AdvanceAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        while (database.WakeAt <= until)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WakeUntilAsync(until, cancellationToken);
            await SettleAsync(cancellationToken);
        }

        clock.MoveTo(until);
    }

    // The earliest only: what it leads to may change what is due next.
    private async Task WakeUntilAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (database.WakeAt is { } due && due <= until)
        {
            clock.MoveTo(due);
            var wake = new Wake(
                ConversationKey.Of(channel.Instance.Id, TestConversation.ExternalId), channel.Instance.Id, TestConversation.ExternalId, due, due);
            await Turns.WakeAsync(wake, cancellationToken);
        }
    }

    // Actions wait for nobody; of the others the first.
    private IEnumerable<OutboxEntry> Ready()
    {
        var laneIsTaken = false;
        foreach (var entry in database.Open.Values)
        {
            if (entry.Effect is InvokeAction or TellDesk)
            {
                yield return entry;
            }
            else if (!laneIsTaken)
            {
                laneIsTaken = true;
                yield return entry;
            }
        }
    }

    private async Task RunAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Effect is SendMessage && entry.Epoch < database.State!.OwnerEpoch)
        {
            await store.EndAsync(0, [new(entry.Address, OutboxStatus.Cancelled, EffectEnd.Superseded.Reason)], cancellationToken);
            return;
        }

        if (doubtful.Remove(entry.Address) && Reclaim.IsInDoubt(entry))
        {
            entry = Reclaim.Renew(entry);
            await store.PutBackAsync(0, entry, null, cancellationToken);
        }

        if (entry is not { Status: OutboxStatus.Claimed, Attempts: > 0 })
        {
            entry = entry with { Attempts = entry.Attempts + 1, Status = OutboxStatus.Claimed, DueAt = null };
            await store.BeginAttemptAsync(0, entry.Address, entry.Attempts, entry.Status, cancellationToken);
        }

        switch (entry.Effect)
        {
            case SendMessage:
                await SendAsync(entry, cancellationToken);
                break;
            case InvokeAction action:
                await ExecuteAsync(entry, action, cancellationToken);
                break;
            case TellDesk:
                await store.EndAsync(0, [new(entry.Address, OutboxStatus.Delivered, null)], cancellationToken);
                break;
            case OpenOffload open:
                var decision = outside.Open(entry.Address.Id, open.Connection);
                await results.OffloadAsync(entry, OutboxStatus.Delivered, decision, exchanges: null, cancellationToken);
                break;
        }
    }

    private async Task SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var delivery = await channel.SendAsync(MessageSender.MessageOf(entry, channel.Instance.Capabilities), cancellationToken);
        if (delivery.Status != DeliveryStatus.Delivered)
        {
            var again = entry with { Status = OutboxStatus.Pending, DueAt = clock.GetUtcNow() + delay.After(entry.Attempts, delivery.RetryAfter) };
            await store.PutBackAsync(0, again, delivery.Reason, cancellationToken);
        }
        else if (entry.IsAwaited)
        {
            await results.HandoverAsync(entry, new(OutboxStatus.Delivered, null), cancellationToken);
        }
        else
        {
            await store.EndAsync(0, [new(entry.Address, OutboxStatus.Delivered, null)], cancellationToken);
        }
    }

    private async Task ExecuteAsync(OutboxEntry entry, InvokeAction action, CancellationToken cancellationToken)
    {
        var reply = outside.Execute(entry.Address.Id, action.Action, action.Input);
        var isLate = string.Equals(reply.Result, StubReply.Timeout, StringComparison.Ordinal);
        if (isLate && action.Timeout is { } timeout)
        {
            clock.MoveTo(clock.GetUtcNow() + timeout);
        }

        var status = reply.Result switch
        {
            "failed" => OutboxStatus.Failed,
            StubReply.Timeout or "unknown" => OutboxStatus.Unknown,
            _ => OutboxStatus.Delivered,
        };
        await results.ActionAsync(entry, new(status, reply.Result, reply.Output, null), cancellationToken);
    }
}
