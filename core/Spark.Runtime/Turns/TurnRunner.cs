using Spark.Runtime.Timers;
using Spark.Runtime.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Offload;
using Spark.Runtime.Bots;
using Spark.Runtime.Channels;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.People;
using Spark.Runtime.Stores;
using Spark.Runtime.Telemetry;
using Spark.Runtime.Texts;
using Spark.Runtime.Understanding;

namespace Spark.Runtime.Turns;

/// <summary>
/// The one door by which events enter conversations: load, run, write, and again when another turn was faster. What it has taken is
/// stored when the task it returns is complete, and never lost from then on.
/// </summary>
public sealed partial class TurnRunner(
    IConversationStore store,
    BotCatalog bots,
    IChannelDirectory channels,
    TurnSupervisor supervisor,
    OutboxHandover outbox,
    ConversationWatch watch,
    WakeSignal wakes,
    Node node,
    IOptions<TurnOptions> options,
    TimeProvider time,
    ISeedSource seeds,
    RuntimeLifetime lifetime,
    ITimerStore timers,
    IPersonVariableStore people,
    UnderstandingDesk understanding,
    ILogger<TurnRunner> logger)
{
    /// <summary>Another process has won this often in a row: something is wrong beyond bad luck.</summary>
    private const int MostRuns = 20;

    private readonly ConversationLocks locks = new();
    private readonly ConversationCache cache = new(options.Value.Remembered);
    private readonly BotChoice choice = new(bots, lifetime, logger);
    private readonly PersonRecall recall = new(people);
    private readonly FloodGuard flood = new(options.Value, time);

    /// <summary>Takes what a channel has received.</summary>
    /// <param name="channel">The channel instance.</param>
    /// <param name="inbound">The event.</param>
    /// <param name="cancellationToken">Ends the wait only: the turn goes on, and a repetition finds it done.</param>
    /// <exception cref="StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public Task<Accepted> AcceptAsync(ChannelInstance channel, InboundEvent inbound, CancellationToken cancellationToken) =>
        AcceptAsync(channel, inbound, Timeout.InfiniteTimeSpan, onlyIf: null, channel.Id, cancellationToken);

    /// <summary>Takes what a channel has received.</summary>
    /// <param name="channel">The channel instance.</param>
    /// <param name="inbound">The event.</param>
    /// <param name="within">How long to wait. The turn goes on after it.</param>
    /// <param name="onlyIf">What must hold of the conversation in the very turn; when it does not, that looks like a duplicate. Null for nothing.</param>
    /// <param name="source">The id of the channel instance that the event came by, in whose words its keys are.</param>
    /// <param name="cancellationToken">Ends the wait only.</param>
    /// <exception cref="StoreUnavailableException">Nothing was stored; later it may be.</exception>
    /// <exception cref="TimeoutException">The time was over.</exception>
    internal Task<Accepted> AcceptAsync(
        ChannelInstance channel,
        InboundEvent inbound,
        TimeSpan within,
        Func<ConversationState, bool>? onlyIf,
        string source,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var clean = WellFormedMessages.Clean(inbound);
        var input = new TurnInput
        {
            Key = ConversationKey.Of(channel.Id, clean.ConversationId),
            Instance = channel.Id,
            ExternalId = clean.ConversationId,
            Event = new InboundReceived
            {
                At = time.GetUtcNow(),
                Seed = seeds.Next(),
                Channel = channel.Channel,
                ChannelInstance = channel.Id,
                Inbound = clean,
            },
            Keys = SeenKey.Of(source, clean.Keys),
            Bot = channel.Bot,
            OnlyIf = onlyIf,
        };
        GuardFlood(input, clean.Person?.Id ?? clean.ConversationId);
        return RunInOrderAsync(input, channel.Capabilities.ReplyPath, options.Value.MostWaiting).WaitAsync(within, time, cancellationToken);
    }

    /// <summary>Takes news of a ticket that a conversation has opened.</summary>
    /// <param name="channel">The channel instance of the conversation.</param>
    /// <param name="conversationId">The conversation, as the channel named it.</param>
    /// <param name="key">By which the same news is known when it comes again.</param>
    /// <param name="ticket">The ticket as it is now.</param>
    /// <param name="cancellationToken">Ends the wait only.</param>
    /// <exception cref="StoreUnavailableException">Nothing was stored; later it may be.</exception>
    public async Task<Accepted> TakeNewsAsync(
        ChannelInstance channel, string conversationId, string key, TicketReference ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var input = new TurnInput
        {
            Key = ConversationKey.Of(channel.Id, conversationId),
            Instance = channel.Id,
            ExternalId = conversationId,
            Event = new TicketChanged { At = time.GetUtcNow(), Seed = seeds.Next(), Ticket = ticket },
            Keys = SeenKey.Of(channel.Id, [key]),
            Bot = channel.Bot,
        };
        return await RunInOrderAsync(input, channel.Capabilities.ReplyPath, options.Value.MostWaiting).WaitAsync(cancellationToken);
    }

    private void GuardFlood(TurnInput input, string person)
    {
        if (flood.TryTake(input.Instance, person, out var isFirst))
        {
            return;
        }

        if (isFirst)
        {
            LogFlood(input.Key, StoreUnavailableException.Flooded, options.Value.MostASecond);
        }

        throw StoreUnavailableException.PersonFloods(options.Value.MostASecond);
    }

    /// <summary>Takes the result of an awaited effect, and ends the effect with it. A result that is there already is a duplicate.</summary>
    internal async Task<Accepted> RecordAsync(OutboxEntry effect, OutboxStatus status, EffectEnded result, CancellationToken cancellationToken)
    {
        var channel = channels.Find(effect.Instance)?.Instance;
        var input = new TurnInput
        {
            Key = effect.Address.Conversation,
            Instance = effect.Instance,
            ExternalId = effect.ExternalId,
            Event = result,
            Keys = [effect.ResultKey],
            Bot = channel?.Bot,
            Ended = effect,
            Ending = new(effect.Address.Effect, status, result.Reason),
        };
        return await RunInOrderAsync(input, channel?.Capabilities.ReplyPath ?? ReplyPath.Call).WaitAsync(cancellationToken);
    }

    /// <summary>Takes what a desk reported about a conversation. A report that is there already is a duplicate.</summary>
    internal async Task<Accepted> ReportAsync(
        string connection,
        string instance,
        string conversationId,
        ChannelInstance? channel,
        DeskEvent report,
        CancellationToken cancellationToken,
        Func<ConversationState, bool>? onlyIf = null)
    {
        var clean = WellFormedMessages.Clean(report);
        var input = new TurnInput
        {
            Key = ConversationKey.Of(instance, conversationId),
            Instance = instance,
            ExternalId = conversationId,
            Event = new DeskReported { At = time.GetUtcNow(), Seed = seeds.Next(), Connection = connection, Report = clean },
            Keys = SeenKey.Of(SeenKey.Desks + connection, clean.Keys),
            Bot = channel?.Bot,
            OnlyIf = onlyIf,
        };
        return await RunInOrderAsync(input, channel?.Capabilities.ReplyPath ?? ReplyPath.Call).WaitAsync(cancellationToken);
    }

    /// <summary>Takes an operator's word on a conversation: that it goes to another desk, that they take it over, or that it ends.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="key">By which the same word is known when it comes again.</param>
    /// <param name="order">The word; its time and its seed are set here.</param>
    /// <param name="onlyIf">What must hold of the conversation in the very turn; when it does not, that looks like a duplicate.</param>
    /// <param name="cancellationToken">Ends the wait only.</param>
    internal async Task<Accepted> OrderAsync(
        ConversationSummary conversation, string key, ConversationEvent order, Func<ConversationState, bool> onlyIf, CancellationToken cancellationToken)
    {
        var channel = channels.Find(conversation.Instance)?.Instance;
        var input = new TurnInput
        {
            Key = conversation.Key,
            Instance = conversation.Instance,
            ExternalId = conversation.ExternalId,
            Event = order with { At = time.GetUtcNow(), Seed = seeds.Next() },
            Keys = SeenKey.Of(conversation.Instance, [key]),
            Bot = channel?.Bot,
            OnlyIf = onlyIf,
        };
        return await RunInOrderAsync(input, channel?.Capabilities.ReplyPath ?? ReplyPath.Call).WaitAsync(cancellationToken);
    }

    /// <summary>Lets happen what is due in a conversation, the longest due first, each in a turn of its own.</summary>
    internal async Task WakeAsync(Wake wake, CancellationToken cancellationToken)
    {
        using var holding = await locks.EnterAsync(wake.Key);

        // Another node may have written since, and armed another timer: no write of ours would find that out before this one is disarmed.
        cache.Take(wake.Key);
        for (var turn = 0; turn < MostRuns; turn++)
        {
            var now = time.GetUtcNow();
            var loaded = cache.Take(wake.Key) ?? await store.LoadAsync(wake.Key, [], lifetime.Stopped);
            if (loaded.State?.Timers.MinBy(timer => timer.DueAt) is not { } next || next.DueAt > now)
            {
                // It was woken too early, or in vain: timers move on without a write, and their row follows here.
                await timers.RearmAsync(wake, loaded.Sequence, loaded.State?.NextDueAt, cancellationToken);
                return;
            }

            var channel = channels.Find(wake.Instance)?.Instance;
            var input = new TurnInput
            {
                Key = wake.Key,
                Instance = wake.Instance,
                ExternalId = wake.ExternalId,
                Event = new TimerDue { At = now, Seed = seeds.Next(), Name = next.Name, Generation = next.Generation },
                Keys = [],
                Bot = channel?.Bot,
            };
            using var measure = TurnMeasure.Start(input, time);
            measure.End(await RunAsync(input, channel?.Capabilities.ReplyPath ?? ReplyPath.Call, loaded));
            RuntimeMetrics.Woken();
        }
    }

    private async Task<Accepted> RunInOrderAsync(TurnInput input, ReplyPath path, int mostWaiting = int.MaxValue)
    {
        using var holding = await locks.EnterAsync(input.Key, mostWaiting) ?? throw StoreUnavailableException.ConversationIsBusy(mostWaiting);
        using var measure = TurnMeasure.Start(input, time);
        for (var run = 0; run < MostRuns; run++)
        {
            if (measure.End(await RunAsync(input, path)) is { } accepted)
            {
                return accepted;
            }

            LogLostRace(input.Key);
        }

        throw new StoreUnavailableException($"Conversation {input.Key} changed {MostRuns} times while one event was tried.");
    }

    private async ValueTask<Accepted?> RunAsync(TurnInput input, ReplyPath path)
    {
        // Known again only when it is surely written: a turn that was refused, or whose fate is not told, is followed by a read.
        var remembered = cache.Take(input.Key);
        if (remembered is not null && cache.IsTrusted && input.OnlyIf is null)
        {
            var accepted = await RunAsync(input, path, remembered);
            cache.Judge(isFresh: accepted is not null);
            return accepted;
        }

        // Where a condition is to hold, no write would find out that what is remembered is old.
        var loaded = await store.LoadAsync(input.Key, input.Keys, lifetime.Stopped);
        if (remembered is not null)
        {
            cache.Judge(isFresh: remembered.Sequence == loaded.Sequence);
        }

        return await RunAsync(input, path, loaded);
    }

    private async ValueTask<Accepted?> RunAsync(TurnInput input, ReplyPath path, LoadedConversation loaded)
    {
        if (loaded.DuplicateOf is { } first)
        {
            return new(input.Key, first, IsDuplicate: true);
        }

        var revision = await bots.CatchUpAsync(loaded.Revision, lifetime.Stopped);

        // The sequence beside the state is the store's fencing token; the engine counts from it.
        var before = loaded.State ?? Begin(input);
        before = before.Sequence == loaded.Sequence ? before : before with { Sequence = loaded.Sequence };
        if (input.OnlyIf?.Invoke(before) == false)
        {
            return new(input.Key, before.Sequence, IsDuplicate: true);
        }

        (input, var bot, before) = await choice.MakeAsync(input, before);
        input = await understanding.AskAsync(input, bot, before, lifetime.Stopped);
        input = await recall.RecallAsync(input, bot, lifetime.Stopped);
        var result = supervisor.Run(bot, before, input.Event, input.Key);
        for (var replaced = 0; ; replaced++)
        {
            try
            {
                return await CommitAsync(input, path, loaded, revision, before, result);
            }
            catch (UnstorableTurnException) when (replaced < 2)
            {
                result = supervisor.Replace(bot, before, input.Event, input.Key, isLast: replaced > 0);
            }
        }
    }

    private async ValueTask<Accepted?> CommitAsync(
        TurnInput input, ReplyPath path, LoadedConversation loaded, long revision, ConversationState before, TurnResult result)
    {
        var sequence = before.Sequence + 1;
        if (result.State.Sequence != sequence)
        {
            result = result with { State = result.State with { Sequence = sequence } };
        }

        var cause = input.Ended?.Cause ?? sequence;
        var entries = EffectBirth.Of(input, result, cause, path);
        var wakeAt = TurnChanges.WakeAt(loaded.WakeAt, result.State.NextDueAt, input.Event.At);
        var hand = await node.GetIdAsync(lifetime.Stopped);
        var outcome = await store.CommitAsync(
            new()
            {
                Key = input.Key,
                Instance = input.Instance,
                ExternalId = input.ExternalId,
                ExpectedSequence = before.Sequence,
                State = result.State,
                Event = result.Stored ?? input.Event,
                Cause = cause,
                Keys = input.Keys,
                Fault = result.Fault,
                Effects = entries,
                Ends = input.Ending,
                OwnerChanged = result.State.OwnerEpoch != before.OwnerEpoch,
                Episodes = TurnChanges.Episodes(before, result),
                IsRenamed = TurnChanges.IsRenamed(before.Person, result.State.Person),
                Person = result.Person,
                Node = hand,
                Revision = revision,
                WokenAt = loaded.WakeAt,
                WakeAt = wakeAt,
            },
            lifetime.Stopped);
        switch (outcome.Status)
        {
            case CommitStatus.Committed:
                cache.Put(input.Key, new(result.State, sequence, DuplicateOf: null, revision, wakeAt));
                outbox.Hand(new(input.Key, result.State.OwnerEpoch, Claimed(entries), hand, outcome.MustLookAhead));
                wakes.Announce(wakeAt, loaded.WakeAt);
                watch.Publish(input.Key, result.State);
                return new(input.Key, sequence, IsDuplicate: false, result.Fault);
            case CommitStatus.Duplicate:
                return new(input.Key, outcome.Sequence, IsDuplicate: true);
            case CommitStatus.Fenced:
                await node.JoinAsync(hand, lifetime.Stopped);
                return null;
            case CommitStatus.Outdated:
                await bots.CatchUpAsync(revision + 1, lifetime.Stopped);
                return null;
            default:
                return null;
        }
    }

    private static IReadOnlyList<OutboxEntry> Claimed(IReadOnlyList<OutboxEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Status != OutboxStatus.Claimed)
            {
                return [.. entries.Where(one => one.Status == OutboxStatus.Claimed)];
            }
        }

        return entries;
    }

    private static ConversationState Begin(TurnInput input) => new()
    {
        Channel = input.Event is InboundReceived received ? received.Channel : "",
        ChannelInstance = input.Instance,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: somebody brings more than {MostASecond} events a second, just now in conversation {Conversation}; what is beyond is held and refused until they are calm")]
    private partial void LogFlood(ConversationKey conversation, string code, int mostASecond);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another turn of conversation {Conversation} was faster; the turn ran again")]
    private partial void LogLostRace(ConversationKey conversation);
}
