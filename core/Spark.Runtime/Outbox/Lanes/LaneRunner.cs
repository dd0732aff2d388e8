using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Secrets;
using Spark.Runtime.Exchanges;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Outbox.Pacing;
using Spark.Runtime.Telemetry;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>Lets what waits in a lane leave, one after the other.</summary>
internal sealed partial class LaneRunner(
    IChannelDirectory channels,
    MessageSender sender,
    OffloadOpener offloads,
    DeskSender desks,
    DeskDoor door,
    EffectResults results,
    EffectsUnderWay underWay,
    EndWriter ends,
    LaneReader reader,
    Room room,
    CircuitBoard circuits,
    RetryPaces paces,
    EffectSupervisor supervisor,
    IOutboxStore store,
    Persistence persistence,
    RetryDelay delay,
    MessageClock clock,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<LaneRunner> logger)
{
    /// <summary>How often an effect may break inside the runtime before it is given up.</summary>
    public const int MostBreaks = 3;

    /// <summary>Runs a lane to its end. When it breaks, another call goes on where it broke.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="stopping">Ends the waits before the calls.</param>
    /// <param name="sending">Ends the calls, and the writes of their ends.</param>
    public async Task RunAsync(Lane lane, CancellationToken stopping, CancellationToken sending)
    {
        var next = lane.Current is { } broken ? Put(lane, await AfterBreakAsync(lane, broken, stopping, sending)) : default;
        while (!lane.TryEnd())
        {
            using var permit = await WaitAsync(lane, next, stopping);
            if (permit is null)
            {
                return;
            }

            // Behind the pace: while the circuit is open, few of those that wait there come on, and not all of them at once when it closes.
            using var pass = await EnterAsync(lane, permit.IsForRepeats, stopping);
            if (await reader.NextAsync(lane, stopping) is not { } item)
            {
                return;
            }

            if (MustWait(lane, item, permit))
            {
                next = Put(lane, item);
            }
            else if (!item.MustLookAhead || await reader.IsFirstAsync(lane, item, [permit, pass], stopping))
            {
                next = Put(lane, await LeaveAsync(lane, item, pass, permit, stopping, sending));
            }
            else
            {
                next = default;
            }
        }
    }

    /// <returns>Leave to go on; null when the host stops.</returns>
    private async ValueTask<RetryPermit?> WaitAsync(Lane lane, LaneWait next, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return null;
        }

        if (next.Pace is { } pace)
        {
            var wait = pace.Enter(next.Due, next.TooOld);
            lane.Await(wait, next.Epoch);
            return await wait.EndAsync(stopping);
        }

        var due = next.Due - time.GetUtcNow();
        if (due > TimeSpan.Zero)
        {
            await Task.Delay(due, time, stopping);
        }

        return RetryPermit.None;
    }

    private bool MustWait(Lane lane, LaneItem item, RetryPermit permit)
    {
        if (item.Finish is null && item.Entry.Effect is SendMessage && lane.HasPassed(item.Entry.Epoch))
        {
            return false;
        }

        var now = time.GetUtcNow();
        return delay.Due(item.Entry.DueAt, now) > now || (item.IsRepeat && !permit.IsForRepeats && paces.Of(item.Entry) is not null);
    }

    private LaneWait WaitOf(LaneItem item)
    {
        var due = delay.Due(item.Entry.DueAt, time.GetUtcNow());
        if (!item.IsRepeat || paces.Of(item.Entry) is not { } pace)
        {
            return new(due, null, default, default);
        }

        // A word to a desk leaves whoever has the conversation meanwhile.
        var epoch = item.Entry.Effect is SendMessage ? item.Entry.Epoch : int.MaxValue;
        var tooOld = item.Entry.IsLate ? TimeSpan.MaxValue : options.Value.MessageAge - clock.AgeOf(item.Entry.CreatedAt);
        return new(due, pace, tooOld, epoch);
    }

    private async ValueTask<CircuitPass> EnterAsync(Lane lane, bool isRepeat, CancellationToken stopping)
    {
        if (!lane.NeedsChannel || channels.Find(lane.Instance) is not { Instance.Capabilities.ReplyPath: ReplyPath.Call })
        {
            return CircuitPass.None;
        }

        var circuit = circuits.OfChannel(lane.Instance);
        if (circuit.TryEnter(isRepeat) is { } pass)
        {
            return pass;
        }

        // It may take long, and many conversations wait with it.
        lane.Forget();
        return await circuit.EnterAsync(isRepeat, stopping);
    }

    private void Keep(Lane lane, LaneItem item)
    {
        lane.Return(item);
        if (room.IsScarce)
        {
            lane.Forget();
        }
    }

    /// <returns>What the lane waits for.</returns>
    private LaneWait Put(Lane lane, LaneItem? again)
    {
        if (again is null)
        {
            lane.Complete();
            return default;
        }

        Keep(lane, again);
        return WaitOf(again);
    }

    /// <returns>The item as it is to come again; null when it is done with.</returns>
    private async Task<LaneItem?> LeaveAsync(
        Lane lane, LaneItem item, CircuitPass pass, RetryPermit permit, CancellationToken stopping, CancellationToken sending)
    {
        using var span = SparkTelemetry.StartEffect(item.Entry);
        var address = item.Entry.Address;
        if (!await underWay.BeginAsync(address))
        {
            return null;
        }

        var hasEnded = false;
        try
        {
            var again = item.Finish is null ? await AttemptAsync(lane, item, pass, stopping, sending) : null;
            if (again is not null)
            {
                permit.Spend();
            }

            if (item.Finish is { } finish)
            {
                await finish(sending);
                hasEnded = true;
            }

            return again;
        }
        finally
        {
            underWay.End(address, hasEnded);
        }
    }

    /// <summary>Tries once. When it has ended, the item knows what is left to write.</summary>
    /// <returns>The item as it is to come again; null when it has ended or is not ours any more.</returns>
    private async Task<LaneItem?> AttemptAsync(Lane lane, LaneItem item, CircuitPass pass, CancellationToken stopping, CancellationToken sending)
    {
        var entry = item.Entry;
        if (item.IsDoubtful && Reclaim.IsInDoubt(entry))
        {
            // The call may have been this node's own, under an id that it has lost, and have come back while the effect was taken over. Its
            // end was noted before the effect was put down here: once that is written, the store refuses another attempt.
            await ends.FlushAsync(stopping);
            if (Reclaim.IsSetAside(entry))
            {
                item.Finish = FinishOf(lane, entry, new(OutboxStatus.Failed, Reclaim.ReasonOf(entry, PluginOf(entry))));
                return null;
            }

            var renewed = Reclaim.Renew(entry);
            if (!entry.MayHaveArrived && !await persistence.InsistAsync(token => store.PutBackAsync(lane.Node, renewed, null, token), stopping))
            {
                LogNotOurs(entry.Address);
                return null;
            }

            entry = renewed;
        }

        if (entry.Effect is OpenOffload)
        {
            item.Finish = await OpenAsync(lane, entry, stopping, sending);
            return null;
        }

        var attempt = entry.Effect is TellDesk
            ? await desks.AttemptAsync(entry, lane, item.IsRepeat, stopping, sending)
            : await sender.AttemptAsync(entry, lane, pass, stopping, sending);
        if (attempt.End is { } end)
        {
            item.Finish = FinishOf(lane, entry, end);
        }
        else if (attempt.Again is null)
        {
            LogNotOurs(entry.Address);
        }

        return attempt.Again is { } again ? item with { Entry = again, IsDoubtful = false, Finish = null } : null;
    }

    private async Task<Func<CancellationToken, Task>?> OpenAsync(Lane lane, OutboxEntry entry, CancellationToken stopping, CancellationToken sending)
    {
        if (lane.HasPassed(entry.Epoch))
        {
            return FinishOf(lane, entry, EffectEnd.Superseded);
        }

        using var told = ExchangeLog.Begin();
        if (await offloads.OpenAsync(entry, lane, stopping, sending) is not { } decision)
        {
            LogNotOurs(entry.Address);
            return null;
        }

        var status = decision.Result switch
        {
            OffloadResult.Failed => OutboxStatus.Failed,
            OffloadResult.Unknown => OutboxStatus.Unknown,
            _ => OutboxStatus.Delivered,
        };
        var open = (OpenOffload)entry.Effect;
        var exchanges = told.Close(SealedValues.IsSealed(open.Fields) || SealedValues.IsSealed(open.Variables));
        return token => results.OffloadAsync(entry, status, decision, exchanges, token);
    }

    private Func<CancellationToken, Task> FinishOf(Lane lane, OutboxEntry entry, EffectEnd end) => entry.Effect switch
    {
        OpenOffload => token => results.OffloadAsync(entry, end.Status, OffloadDecision.Of(OffloadResult.Failed, end.Reason), exchanges: null, token),
        TellDesk word => token => FinishDeskAsync(lane, entry, word, end, token),
        _ => token => FinishMessageAsync(lane, entry, end, token),
    };

    private async Task FinishDeskAsync(Lane lane, OutboxEntry entry, TellDesk word, EffectEnd end, CancellationToken sending)
    {
        LogEnded(entry.Address, end.Status, end.Reason);
        if (end.IsLost)
        {
            // The desk does not know the conversation any more: it has given it back, without a word.
            var gone = new DeskClosed { ExternalId = word.ExternalId, Keys = [$"lost:{entry.Address.Id}"] };
            await persistence.InsistAsync(
                async token =>
                {
                    await door.EnterAsync(word.Connection, entry.Instance, entry.ExternalId, gone, token);
                },
                sending);
        }

        await EndAsync(lane, entry, end, sending);
    }

    private async Task FinishMessageAsync(Lane lane, OutboxEntry entry, EffectEnd end, CancellationToken sending)
    {
        LogEnded(entry.Address, end.Status, end.Reason);
        if (end.IsLost)
        {
            lane.Drop(entry.Epoch);
        }

        if (entry.IsAwaited)
        {
            await results.HandoverAsync(entry, end, sending);
        }
        else
        {
            await EndAsync(lane, entry, end, sending);
        }

        if (end.IsLost)
        {
            // What is lost must be ended before the rest is cancelled with it.
            await ends.FlushAsync(sending);
            await persistence.InsistAsync(token => store.MarkLostAsync(lane.Conversation, entry.Epoch, token), sending);
        }
    }

    private async Task EndAsync(Lane lane, OutboxEntry entry, EffectEnd end, CancellationToken sending)
    {
        await ends.AddAsync(lane.Node, new(entry.Address, end.Status, end.Reason), sending);
        RuntimeMetrics.EffectEnded(entry, end.Status);
    }

    private async Task<LaneItem?> AfterBreakAsync(Lane lane, LaneItem item, CancellationToken stopping, CancellationToken sending)
    {
        var what = $"Effect {item.Entry.Address.Id}";
        var breaks = item.Breaks + 1;
        if (breaks >= MostBreaks)
        {
            var end = new EffectEnd(OutboxStatus.Failed, $"{OutboxCodes.Broken}: it broke inside the runtime {MostBreaks} times.");
            var finish = item.Finish ?? FinishOf(lane, item.Entry, end);
            if (!await supervisor.TryAsync(what, () => finish(sending), sending))
            {
                await EndAsync(lane, item.Entry, end, sending);
            }

            return null;
        }

        // It may have been called before it broke.
        var entry = item.Entry with
        {
            Status = OutboxStatus.Pending,
            MayHaveArrived = item.Entry.MayHaveArrived || item.Entry.Attempts > 0,
            DueAt = time.GetUtcNow() + delay.After(breaks, asked: null),
        };
        if (item.Finish is null)
        {
            await supervisor.TryAsync(what, async () => await store.PutBackAsync(lane.Node, entry, $"{OutboxCodes.Broken}: it broke inside the runtime.", stopping), stopping);
        }

        return item with { Entry = entry, Breaks = breaks, IsDoubtful = false };
    }

    private string PluginOf(OutboxEntry entry) => entry.Effect switch
    {
        OpenOffload open => open.Connection,
        TellDesk word => word.Connection,
        _ => channels.Find(entry.Instance)?.Instance.Channel ?? entry.Instance,
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {Effect} ended {Status}: {Reason}")]
    private partial void LogEnded(EffectAddress effect, OutboxStatus status, string? reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Effect {Effect} is not in this node's hands any more")]
    private partial void LogNotOurs(EffectAddress effect);
}
