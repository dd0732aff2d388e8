using Spark.Runtime.Turns;

namespace Spark.Host.Rehearsing;

/// <summary>The store of conversations behind a gate.</summary>
internal sealed class GatedConversations(IConversationStore inner, WriteGate gate) : IConversationStore
{
    private long sequence;

    /// <summary>The number of the conversation's last turn, as far as it was loaded or written.</summary>
    public long Sequence => Interlocked.Read(ref sequence);

    public async ValueTask<LoadedConversation> LoadAsync(ConversationKey key, IReadOnlyList<SeenKey> keys, CancellationToken cancellationToken)
    {
        var loaded = await inner.LoadAsync(key, keys, cancellationToken);
        Interlocked.Exchange(ref sequence, loaded.Sequence);
        return loaded;
    }

    public async ValueTask<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        await gate.EnterAsync();
        var outcome = await inner.CommitAsync(commit, cancellationToken);
        if (outcome.Status == CommitStatus.Committed)
        {
            Interlocked.Exchange(ref sequence, outcome.Sequence);
            await gate.PassAsync();
        }

        return outcome;
    }
}
