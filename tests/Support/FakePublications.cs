using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Tests;

/// <summary>What a database keeps of bots, in memory.</summary>
internal sealed class FakePublications : IBotVersionStore, IPublicationStore
{
    private readonly HashSet<(string Bot, string Version)> kept = [];
    private readonly List<Release> releases = [];
    private readonly Dictionary<string, string> published = new(StringComparer.Ordinal);

    public void Publish(string bot, string version)
    {
        kept.Add((bot, version));
        published[bot] = version;
    }

    public ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken)
    {
        kept.Add((bot, version));
        return ValueTask.CompletedTask;
    }

    public ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken) => ValueTask.FromResult(
        kept.Contains((bot, version)) ? new BotSource(bot, new Dictionary<string, string>(StringComparer.Ordinal)) : null);

    public ValueTask<Publication> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new Publication(1, published));

    public ValueTask<long> ReleaseAsync(Release release, CancellationToken cancellationToken)
    {
        releases.Add(release);
        Publish(release.Bot, release.Version);
        return ValueTask.FromResult(1L);
    }

    public ValueTask<IReadOnlyList<Release>> ListAsync(string bot, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Release>>([.. releases.Where(release => release.Bot == bot)]);

    public ValueTask<IReadOnlyList<VersionCount>> CountAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<VersionCount>>([]);

    public ValueTask<long> PublishAsync(IReadOnlyDictionary<string, string> versions, CancellationToken cancellationToken) => ValueTask.FromResult(1L);
}
