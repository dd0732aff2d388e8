using Spark.Engine.Reading;
using Spark.Runtime.Bots;
using Spark.Runtime.Nodes;

namespace Spark.Testing.Hosts;

/// <summary>What hosts share beside conversations, in memory. There is one node at a time, and its lease does not run out.</summary>
internal sealed class MemoryConfiguration(MemoryDatabase database) : IBotVersionStore, IPublicationStore, INodeStore
{
    public ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken)
    {
        database.Versions.TryAdd((bot, version), source);
        return ValueTask.CompletedTask;
    }

    public ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken) =>
        new(database.Versions.GetValueOrDefault((bot, version)));

    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) => new(new Publication(database.Revision, database.Published));

    public ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken)
    {
        var isNew = false;
        foreach (var (bot, version) in versions)
        {
            isNew |= !string.Equals(database.Published.GetValueOrDefault(bot), version, StringComparison.Ordinal);
            database.Published[bot] = version;
        }

        database.Revision += isNew ? 1 : 0;
        return new(database.Revision);
    }

    public ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) => new(true);

    public ValueTask ReleaseAsync(long node, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) => new([]);
}
