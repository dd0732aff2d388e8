using Spark.Runtime.Outbox;
using Spark.Runtime.Timers;
using Spark.Runtime.Turns;

namespace Spark.Testing.Hosts;

/// <summary>A host's way to the conversation in memory, by the rules that the stores of files and servers keep.</summary>
internal sealed class MemoryConversations(MemoryDatabase database, KillSwitch life) : IConversationStore, IOutboxStore, ITimerStore
{
    public ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken)
    {
        life.Check();
        return new(new LoadedConversation(database.State, database.Sequence, Find(keys), database.Revision, database.WakeAt));
    }

    public ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        life.Check();
        if (Find(commit.Keys) is { } first)
        {
            return new(new CommitOutcome(CommitStatus.Duplicate, first));
        }

        if (commit.ExpectedSequence != database.Sequence)
        {
            return new(new CommitOutcome(CommitStatus.Conflict, 0));
        }

        if (commit.Revision != database.Revision)
        {
            return new(new CommitOutcome(CommitStatus.Outdated, 0));
        }

        Write(commit);
        life.Count();
        return new(new CommitOutcome(CommitStatus.Committed, database.Sequence));
    }

    public ValueTask<bool> BeginAttemptAsync(long node, EffectAddress address, int attempts, OutboxStatus status, CancellationToken cancellationToken) =>
        ChangeAsync(address, entry => entry with { Attempts = attempts, Status = status, DueAt = null });

    public ValueTask<bool> PutBackAsync(long node, OutboxEntry entry, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(entry.Address, _ => entry);

    public ValueTask EndAsync(long node, IReadOnlyList<EndedEffect> ended, CancellationToken cancellationToken)
    {
        life.Check();
        foreach (var effect in ended)
        {
            database.Open.Remove(effect.Address);
        }

        life.Count();
        return ValueTask.CompletedTask;
    }

    public ValueTask MarkLostAsync(ConversationKey conversation, int epoch, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<WakePage> TakeDueAsync(long node, DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        new(new WakePage([], database.WakeAt));

    public ValueTask RearmAsync(Wake wake, long sequence, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        life.Check();
        database.WakeAt = at;
        return ValueTask.CompletedTask;
    }

    private void Write(TurnCommit commit)
    {
        database.State = commit.State;
        database.Sequence = commit.State.Sequence;
        database.WakeAt = commit.WakeAt;
        database.Log.Add(new(commit.State.Sequence, commit.Event, [.. commit.Effects.Select(entry => entry.Effect)], commit.Fault));
        foreach (var key in commit.Keys)
        {
            database.Seen[key] = commit.State.Sequence;
        }

        foreach (var variable in commit.Person?.Variables ?? [])
        {
            database.People[(commit.Person!.Person, variable.Name)] = variable;
        }

        if (commit.Ends is { } ends)
        {
            database.Open.Remove(new(commit.Key, ends.Effect));
        }

        if (commit.OwnerChanged)
        {
            foreach (var entry in database.Open.Values.Where(entry => !entry.IsAwaited && entry.Epoch < commit.State.OwnerEpoch).ToList())
            {
                database.Open.Remove(entry.Address);
            }
        }

        foreach (var entry in commit.Effects)
        {
            database.Open.Add(entry.Address, entry);
        }
    }

    private ValueTask<bool> ChangeAsync(EffectAddress address, Func<OutboxEntry, OutboxEntry> change)
    {
        life.Check();
        if (!database.Open.TryGetValue(address, out var entry))
        {
            return new(false);
        }

        database.Open[address] = change(entry);
        life.Count();
        return new(true);
    }

    private long? Find(IReadOnlyList<SeenKey> keys)
    {
        foreach (var key in keys)
        {
            if (database.Seen.TryGetValue(key, out var sequence))
            {
                return sequence;
            }
        }

        return null;
    }
}
