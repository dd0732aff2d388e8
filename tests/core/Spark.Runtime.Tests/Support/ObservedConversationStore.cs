using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Support;

/// <summary>The real store, which tells what was committed and can be away for a while.</summary>
public sealed class ObservedConversationStore(IConversationStore inner) : IConversationStore
{
    private int awayFor;

    public Announcements<(TurnCommit Commit, CommitOutcome Outcome)> Commits { get; } = new();

    public Func<TurnCommit, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the store says when another node has something in hand before a turn's effects.</summary>
    public bool SaysLookAhead { get; set; }

    public Outage Outage { get; init; } = new();

    public void BeAwayFor(int calls) => awayFor = calls;

    public ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken)
    {
        Outage.ThrowIfAway();
        return inner.LoadAsync(key, keys, cancellationToken);
    }

    public async ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        Outage.ThrowIfAway();
        await BeforeCommit(commit);
        if (Interlocked.Decrement(ref awayFor) >= 0)
        {
            throw new StoreUnavailableException("The test says so.");
        }

        var outcome = await inner.CommitAsync(commit, cancellationToken);
        outcome = outcome with { MustLookAhead = outcome.MustLookAhead || SaysLookAhead };
        Commits.Add((commit, outcome));
        return outcome;
    }
}
