using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Actions;
using Spark.Runtime.Channels;
using Spark.Runtime.Nodes;
using Spark.Runtime.Offload;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Hands effects to their plugins: messages and offloads in a lane a conversation, actions beside it. On start it takes up what an earlier
/// process left open.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxHandover handover,
    IOutboxStore store,
    Node node,
    IChannelDirectory channels,
    MessageSender sender,
    ActionRunner actions,
    OffloadOpener offloads,
    EffectResults results,
    Persistence persistence,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    /// <summary>While recovering, no further page is read as long as this many effects are under way.</summary>
    private const int MostUnderWay = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, Lane> lanes = [];
    private readonly Dictionary<long, Task> underWay = [];
    private readonly CancellationTokenSource sending = new();
    private long started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task[] running;
        lock (gate)
        {
            running = [.. underWay.Values];
        }

        // Nothing new is begun any more; what is under way may end. What does not is found claimed by the next start.
        var ended = Task.WhenAll(running);
        var limit = Task.Delay(options.Value.ShutdownLimit, time, cancellationToken);
        if (await Task.WhenAny(ended, limit) != ended)
        {
            LogCutOff(running.Count(task => !task.IsCompleted));
        }

        await sending.CancelAsync();
        await Task.WhenAny(ended, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken));
    }

    public override void Dispose()
    {
        sending.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var recovery = new OutboxRecovery(store, node, options.Value.RecoveryPage);
        while (!stoppingToken.IsCancellationRequested)
        {
            while (handover.Reader.TryRead(out var handed))
            {
                Take(handed.Conversation, handed.Epoch, recovery.Admit(handed), stoppingToken);
            }

            if (!recovery.IsDone && CountUnderWay() < MostUnderWay)
            {
                await RecoverAsync(recovery, stoppingToken);
            }
            else
            {
                await handover.Reader.WaitToReadAsync(stoppingToken);
            }
        }
    }

    private async Task RecoverAsync(OutboxRecovery recovery, CancellationToken stopping)
    {
        var page = await persistence.InsistAsync(async token => await recovery.ReadPageAsync(token), stopping);
        foreach (var (entry, epoch) in page)
        {
            if (IsMine(entry))
            {
                Take(entry.Address.Conversation, epoch, [entry], stopping);
            }
        }

        if (page.Count > 0)
        {
            LogRecovered(page.Count);
        }
    }

    // What leaves with an answer is not the dispatcher's, unless the channel's path has changed since, or the answer was given and only
    // its handover's event is missing.
    private bool IsMine(OutboxEntry entry) =>
        entry.Status != OutboxStatus.WaitingForAnswer
        || channels.Find(entry.Instance) is { Instance.Capabilities.ReplyPath: not ReplyPath.Answer };

    private void Take(ConversationKey conversation, int epoch, IReadOnlyList<OutboxEntry> entries, CancellationToken stopping)
    {
        foreach (var entry in entries.Where(entry => entry.Effect is InvokeAction))
        {
            Start(() => RunActionAsync(entry, epoch, stopping));
        }

        var inOrder = entries.Where(entry => entry.Effect is not InvokeAction).ToList();
        lock (gate)
        {
            if (lanes.TryGetValue(conversation, out var lane) && lane.TryAdd(epoch, inOrder))
            {
                return;
            }

            if (inOrder.Count > 0)
            {
                lanes[conversation] = lane = new Lane(conversation);
                lane.TryAdd(epoch, inOrder);
                Start(() => RunLaneAsync(lane, stopping));
            }
        }
    }

    private void Start(Func<Task> work)
    {
        lock (gate)
        {
            var id = ++started;
            underWay[id] = TrackAsync(id, work);
        }
    }

    private async Task TrackAsync(long id, Func<Task> work)
    {
        await Task.Yield();
        await work();
        lock (gate)
        {
            underWay.Remove(id);
        }

        // Wakes the loop when it waits for room to take up more.
        handover.Hand(new(default, 0, []));
    }

    private int CountUnderWay()
    {
        lock (gate)
        {
            return underWay.Count;
        }
    }

    private async Task RunLaneAsync(Lane lane, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && lane.Next() is { } entry)
        {
            await SuperviseAsync(entry, () => LeaveAsync(lane, entry, stopping));
        }

        lock (gate)
        {
            if (lanes.TryGetValue(lane.Conversation, out var current) && current == lane)
            {
                lanes.Remove(lane.Conversation);
            }
        }
    }

    private Task RunActionAsync(OutboxEntry entry, int epoch, CancellationToken stopping) => SuperviseAsync(entry, async () =>
    {
        var end = entry.Epoch < epoch
            ? new ActionEnd(OutboxStatus.Cancelled, "failed", default, EffectEnd.Superseded.Reason)
            : await actions.RunAsync(entry, stopping, sending.Token);
        await results.ActionAsync(entry, end, sending.Token);
    });

    private async Task LeaveAsync(Lane lane, OutboxEntry entry, CancellationToken stopping)
    {
        if (entry.Effect is OpenOffload)
        {
            await OpenAsync(lane, entry, stopping);
            return;
        }

        var end = entry.AnsweredBy is null
            ? await sender.SendAsync(entry, lane, stopping, sending.Token)
            : new EffectEnd(OutboxStatus.Answered, null);
        if (end.Status == OutboxStatus.WaitingForAnswer)
        {
            return;
        }

        LogEnded(entry.Address.Id, end.Status, end.Reason);
        RuntimeMetrics.MessageEnded(entry.Instance, end.Status.ToString());
        if (end.IsLost)
        {
            lane.Drop(entry.Epoch);
        }

        if (entry.IsAwaited)
        {
            await results.HandoverAsync(entry, end, sending.Token);
        }
        else
        {
            await persistence.InsistAsync(token => store.EndAsync(node.Id, [new(entry.Address, end.Status, end.Reason)], token), sending.Token);
        }

        if (end.IsLost)
        {
            await persistence.InsistAsync(token => store.MarkLostAsync(lane.Conversation, entry.Epoch, token), sending.Token);
        }
    }

    private async Task OpenAsync(Lane lane, OutboxEntry entry, CancellationToken stopping)
    {
        if (lane.HasPassed(entry.Epoch))
        {
            await results.OffloadAsync(
                entry, OutboxStatus.Cancelled, OffloadDecision.Of(OffloadResult.Failed, EffectEnd.Superseded.Reason), sending.Token);
            return;
        }

        var decision = await offloads.OpenAsync(entry, stopping, sending.Token);
        var status = decision.Result switch
        {
            OffloadResult.Failed => OutboxStatus.Failed,
            OffloadResult.Unknown => OutboxStatus.Unknown,
            _ => OutboxStatus.Delivered,
        };
        await results.OffloadAsync(entry, status, decision, sending.Token);
    }

    private async Task SuperviseAsync(OutboxEntry entry, Func<Task> work)
    {
        using var span = SparkTelemetry.StartEffect(entry);
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The host stops; the next start takes it up again.
            LogLeftOpen(entry.Address.Id);
        }
#pragma warning disable CA1031 // The pump: one effect must not stop the others. It stays claimed, and the next start tries it again.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            LogBroken(entry.Address.Id, thrown);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} effects that had not ended were taken up")]
    private partial void LogRecovered(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Message {Effect} ended {Status}: {Reason}")]
    private partial void LogEnded(string effect, OutboxStatus status, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Effect {Effect} was left open because the host stopped")]
    private partial void LogLeftOpen(string effect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} broke inside the dispatcher and stays open until the next start")]
    private partial void LogBroken(string effect, Exception thrown);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} calls were cut off because the host stopped")]
    private partial void LogCutOff(int count);
}
