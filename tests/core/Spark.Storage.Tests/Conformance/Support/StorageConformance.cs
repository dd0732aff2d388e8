using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Storage.Tests.Conformance.Support;

/// <summary>What the ports promise, whatever the database. Each test has a database of its own.</summary>
public abstract class StorageConformance : IAsyncLifetime
{
    private StoresUnderTest? stores;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected StoresUnderTest Stores => stores ?? throw new InvalidOperationException("The test has not begun.");

    protected IConversationStore Conversations => Stores.Get<IConversationStore>();

    protected IOutboxStore Outbox => Stores.Get<IOutboxStore>();

    protected ILaneStore Lanes => Stores.Get<ILaneStore>();

    /// <summary>A node that lives.</summary>
    protected long Node { get; private set; }

    protected long Revision { get; private set; }

    protected TestTurns Turns => new(Stores.Clock, Node, Revision);

    public async ValueTask InitializeAsync()
    {
        stores = await OpenAsync();
        Node = await stores.JoinAsync();
        Revision = await stores.RevisionAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (stores is not null)
        {
            await stores.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<StoresUnderTest> OpenAsync();

    protected async Task<CommitOutcome> CommitAsync(TurnCommit commit) => await Conversations.CommitAsync(commit, Cancelled);

    /// <summary>Writes a turn that must pass.</summary>
    protected async Task<TurnCommit> WriteAsync(TurnCommit commit)
    {
        (await CommitAsync(commit)).Status.ShouldBe(CommitStatus.Committed);
        return commit;
    }

    protected Task<LoadedConversation> LoadAsync(TurnCommit commit) => LoadAsync(commit, [.. commit.Keys]);

    protected async Task<LoadedConversation> LoadAsync(TurnCommit commit, params SeenKey[] keys) => await Conversations.LoadAsync(commit.Key, keys, Cancelled);

    /// <summary>How an effect stands now, as the conversation's log tells.</summary>
    protected async Task<OutboxEntry> StandsAsync(EffectAddress address)
    {
        var slice = await Stores.Get<Spark.Runtime.Feeds.IConversationLog>().ReadAsync(
            address.Conversation, address.Effect.Sequence - 1, address.Effect.Sequence, Cancelled);
        return slice!.Turns[0].Effects.Single(entry => entry.Address == address);
    }

    protected async Task<IReadOnlyList<OpenEntry>> TakeOverAllAsync(long node, int page = 100)
    {
        var taken = new List<OpenEntry>();
        EffectAddress? after = null;
        for (var found = await Lanes.TakeOverAsync(node, after, page, Cancelled); found.Count > 0; found = await Lanes.TakeOverAsync(node, after, page, Cancelled))
        {
            taken.AddRange(found);
            after = found[^1].Entry.Address;
        }

        return taken;
    }
}
