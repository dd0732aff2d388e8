using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spark.Engine.Conversations;
using Spark.Runtime.Actions;
using Spark.Runtime.Nodes;
using Spark.Runtime.Outbox.Lanes;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>All that this node is at: what leaves in order in a lane for each conversation and destination, actions beside them.</summary>
internal sealed partial class EffectsInHand(
    Node node,
    LaneRunner runner,
    ActionQueue actions,
    Room room,
    TakeOverOrder order,
    ILaneStore store,
    Persistence persistence,
    EffectSupervisor supervisor,
    RetryDelay delay,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<EffectsInHand> logger) : IDisposable
{
    private const int ActionPage = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<(ConversationKey Conversation, Destination Destination), Lane> lanes = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource sending = new();
    private readonly SemaphoreSlim actionEnded = new(0, 1);
    private readonly TaskCompletionSource allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActionBacklog backlog = new(options.Value.MostInHand);
    private long backlogOf;
    private int running;
    private bool isStopping;

    /// <summary>How many actions are kept in memory.</summary>
    public int ActionCount
    {
        get
        {
            lock (gate)
            {
                return backlog.Count;
            }
        }
    }

    /// <summary>Takes effects in hand.</summary>
    /// <param name="handed">The effects.</param>
    /// <param name="isDoubtful">True when another process had them in hand.</param>
    public void Take(HandedEffects handed, bool isDoubtful)
    {
        Lane? toChannel, toDesk;
        lock (gate)
        {
            if (isStopping || handed.Node != node.Id)
            {
                LogNotOurs(handed.Entries.Count);
                return;
            }

            toChannel = TakeInOrder(handed, Destination.Channel, isDoubtful);
            toDesk = TakeInOrder(handed, Destination.Desk, isDoubtful);
            foreach (var entry in handed.Entries)
            {
                if (entry.Effect is InvokeAction && backlog.TryKeep(handed.Node, entry.Address, isDoubtful))
                {
                    Start(() => RunActionAsync(new(handed.Node, handed.Epoch, entry) { IsDoubtful = isDoubtful }));
                }
            }
        }

        // A lane goes on elsewhere with its first wait, which is at the latest the call of its channel.
        if (toChannel is not null)
        {
            _ = RunLaneAsync(toChannel);
        }

        if (toDesk is not null)
        {
            _ = RunLaneAsync(toDesk);
        }
    }

    /// <summary>Puts down what was taken in hand under other ids: it is not ours any more.</summary>
    public void AbandonAllBut(long present)
    {
        lock (gate)
        {
            foreach (var lane in lanes.Values.Where(lane => lane.Node != present).ToList())
            {
                lane.Abandon();
                lanes.Remove((lane.Conversation, lane.Destination));
            }

            if (backlogOf != present)
            {
                backlogOf = present;
                backlog.Forget();
            }
        }
    }

    /// <summary>Waits until there is room to take over more.</summary>
    public async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        room.Release(await room.TakeAsync(1, cancellationToken));
        while (ActionCount >= options.Value.MostInHand)
        {
            await actionEnded.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Begins nothing any more. What is under way may end; what does not is left open.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            isStopping = true;
            if (running == 0)
            {
                allEnded.TrySetResult();
            }
        }

        await stopping.CancelAsync();

        var limit = Task.Delay(options.Value.ShutdownLimit, time, cancellationToken);
        if (await Task.WhenAny(allEnded.Task, limit) != allEnded.Task)
        {
            LogCutOff(running);
        }

        await sending.CancelAsync();
        await Task.WhenAny(allEnded.Task, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken));
    }

    public void Dispose()
    {
        stopping.Dispose();
        sending.Dispose();
        actionEnded.Dispose();
    }

    /// <returns>A lane that is to be run; null when there is none, or it runs already.</returns>
    private Lane? TakeInOrder(HandedEffects handed, Destination destination, bool isDoubtful)
    {
        var mustLookAhead = handed.MustLookAhead || (!isDoubtful && order.MayBringFor(handed.Conversation));
        if (lanes.TryGetValue((handed.Conversation, destination), out var lane))
        {
            if (lane.Node == handed.Node && lane.TryAdd(handed.Epoch, handed.Entries, mustLookAhead, isDoubtful))
            {
                return null;
            }

            lane.Abandon();
        }

        foreach (var entry in handed.Entries)
        {
            if (Destinations.Of(entry.Effect) == destination)
            {
                lane = new Lane(handed.Conversation, destination, entry.Instance, handed.Node, room);
                lane.TryAdd(handed.Epoch, handed.Entries, mustLookAhead, isDoubtful);
                lanes[(handed.Conversation, destination)] = lane;
                running++;
                return lane;
            }
        }

        return null;
    }

    private async Task RunLaneAsync(Lane lane)
    {
        // A lane that breaks goes on after a while: what it has in hand nobody else would do. What broke it has a wait of its own.
        for (var breaks = 1; !await supervisor.TryAsync("A lane", () => runner.RunAsync(lane, stopping.Token, sending.Token), stopping.Token); breaks++)
        {
            if (lane.Current is null)
            {
                await supervisor.TryAsync("A lane", () => Task.Delay(delay.After(breaks, asked: null), time, stopping.Token), stopping.Token);
            }
        }

        lock (gate)
        {
            var name = (lane.Conversation, lane.Destination);
            if (lanes.TryGetValue(name, out var current) && current == lane)
            {
                lanes.Remove(name);
            }

            Ended();
        }
    }

    private async Task RunActionAsync(ActionRun run)
    {
        await actions.RunAsync(run, stopping.Token, sending.Token);
        lock (gate)
        {
            backlog.Leave(run.Node, run.Entry.Address);
            ReadOn();
            if (actionEnded.CurrentCount == 0)
            {
                actionEnded.Release();
            }
        }
    }

    private void Start(Func<Task> work)
    {
        running++;
        _ = Task.Run(() => RunAsync(work), CancellationToken.None);
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            lock (gate)
            {
                Ended();
            }
        }
    }

    private void Ended()
    {
        running--;
        if (isStopping && running == 0)
        {
            allEnded.TrySetResult();
        }
    }

    private void ReadOn()
    {
        var hand = node.Id;
        if (!isStopping && backlog.TryBeginRead(out var after))
        {
            Start(() => ReadActionsAsync(hand, after));
        }
    }

    private async Task ReadActionsAsync(long hand, EffectAddress? after)
    {
        IReadOnlyList<OpenEntry>? page = null;
        await supervisor.TryAsync(
            "The actions that wait",
            async () => page = await ReadPageAsync(hand, after),
            stopping.Token);
        if (page is null)
        {
            // Nobody else would look for them.
            await supervisor.TryAsync("The actions that wait", () => Task.Delay(delay.After(1, asked: null), time, stopping.Token), stopping.Token);
        }

        lock (gate)
        {
            if (page is null || isStopping || hand != node.Id)
            {
                backlog.AbandonRead();
                ReadOn();
                return;
            }

            var isDoubtful = backlog.HasDoubts;
            foreach (var open in backlog.EndRead(hand, page, page.Count < ActionPage))
            {
                Start(() => RunActionAsync(new(hand, open.CurrentEpoch, open.Entry) { IsDoubtful = isDoubtful }));
            }

            ReadOn();
        }
    }

    private async Task<IReadOnlyList<OpenEntry>> ReadPageAsync(long hand, EffectAddress? after)
    {
        var page = await persistence.InsistAsync(token => store.ReadActionsAsync(hand, after, ActionPage, token), stopping.Token);
        await order.SettleAsync(conversation: null, stopping.Token);
        return page;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} effects were not taken in hand: the host stops, or the node goes by another id now")]
    private partial void LogNotOurs(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} calls were cut off because the host stopped")]
    private partial void LogCutOff(int count);
}
