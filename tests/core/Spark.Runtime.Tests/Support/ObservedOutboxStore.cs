using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Support;

/// <summary>The real outbox, which tells what was written, and can be held up or away.</summary>
public sealed class ObservedOutboxStore(IOutboxStore inner, ILaneStore lanes, Outage outage) : IOutboxStore, ILaneStore
{
    public Announcements<(EffectAddress Address, OutboxStatus Status, string? Reason)> Ended { get; } = new();

    public Announcements<int> Batches { get; } = new();

    public Announcements<(EffectAddress Address, int Attempts, OutboxStatus Status, bool IsOurs)> Begun { get; } = new();

    public Announcements<OutboxEntry> PutBack { get; } = new();

    public Announcements<int> Lost { get; } = new();

    public Announcements<int> TakenOver { get; } = new();

    public Announcements<(int Limit, int Count)> LaneReads { get; } = new();

    public Announcements<ConversationKey> LooksAhead { get; } = new();

    /// <summary>Of which conversations another node, that lives, has something in hand that stands before everything here.</summary>
    public Func<ConversationKey, bool> IsHeldElsewhere { get; set; } = _ => false;

    public Func<Task> BeforeEnd { get; set; } = () => Task.CompletedTask;

    public Func<Task> BeforeTakingOver { get; set; } = () => Task.CompletedTask;

    /// <summary>When something was taken over, before whoever asked for it knows.</summary>
    public Func<Task> AfterTakingOver { get; set; } = () => Task.CompletedTask;

    /// <summary>When actions were read, before whoever asked for them knows.</summary>
    public Func<Task> AfterActionsRead { get; set; } = () => Task.CompletedTask;

    public async ValueTask<IReadOnlyList<OpenEntry>> TakeOverAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        await BeforeTakingOver();
        var page = await lanes.TakeOverAsync(node, after, limit, cancellationToken);
        if (page.Count > 0)
        {
            await AfterTakingOver();
        }

        TakenOver.Add(page.Count);
        return page;
    }

    public async ValueTask<LaneAhead> LookAheadAsync(long node, EffectAddress before, Destination destination, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        LooksAhead.Add(before.Conversation);
        return IsHeldElsewhere(before.Conversation) ? new(IsHeldElsewhere: true, []) : await lanes.LookAheadAsync(node, before, destination, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<OpenEntry>> ReadLaneAsync(
        long node, ConversationKey conversation, Destination destination, EffectRef after, int limit, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        var page = await lanes.ReadLaneAsync(node, conversation, destination, after, limit, cancellationToken);
        LaneReads.Add((limit, page.Count));
        return page;
    }

    public async ValueTask<IReadOnlyList<OpenEntry>> ReadActionsAsync(long node, EffectAddress? after, int limit, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        var page = await lanes.ReadActionsAsync(node, after, limit, cancellationToken);
        await AfterActionsRead();
        return page;
    }

    public async ValueTask<bool> BeginAttemptAsync(long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        var isOurs = await inner.BeginAttemptAsync(node, address, attempts, status, cancellationToken);
        Begun.Add((address, attempts, status, isOurs));
        return isOurs;
    }

    public async ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        var isOurs = await inner.PutBackAsync(node, entry, reason, cancellationToken);
        PutBack.Add(entry);
        return isOurs;
    }

    public async ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        await BeforeEnd();
        await inner.EndAsync(node, ended, cancellationToken);
        Batches.Add(ended.Count);
        foreach (var one in ended)
        {
            Ended.Add((one.Address, one.Status, one.Reason));
        }
    }

    public async ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken)
    {
        outage.ThrowIfAway();
        await inner.MarkLostAsync(conversation, epoch, cancellationToken);
        Lost.Add(epoch);
    }
}
