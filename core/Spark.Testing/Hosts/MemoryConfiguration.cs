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

    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) => new(new Publication(database.Revision, database.Published)
    {
        Moves = database.Releases.GroupBy(release => release.Bot, StringComparer.Ordinal)
            .ToDictionary(releases => releases.Key, releases => releases.Last().Move, StringComparer.Ordinal),
    });

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

    public ValueTask<long> ReleaseAsync(Release release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        database.Releases.Add(release with { Number = database.Releases.Count + 1 });
        database.Published[release.Bot] = release.Version;
        return new(++database.Revision);
    }

    public ValueTask<IReadOnlyList<Release>> ListAsync(string bot, CancellationToken cancellationToken) =>
        new([.. database.Releases.Where(release => string.Equals(release.Bot, bot, StringComparison.Ordinal))]);

    public ValueTask<IReadOnlyList<VersionCount>> CountAsync(CancellationToken cancellationToken) =>
        new(database.State is { IsOpen: true, Episode: { } episode } ? [new(episode.Bot, episode.Version, 1)] : []);

    public ValueTask RegisterAsync(NodeRecord node, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> RenewAsync(long node, TimeSpan lease, CancellationToken cancellationToken) => new(true);

    public ValueTask ReleaseAsync(long node, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<NodeRecord>> ListAsync(CancellationToken cancellationToken) => new([]);
}
