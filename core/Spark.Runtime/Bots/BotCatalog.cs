using System.Collections.Concurrent;
using System.Collections.Frozen;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>The bots that answer now, and the older versions that open episodes are pinned to.</summary>
/// <param name="versions">Keeps the files of every version.</param>
/// <param name="publications">Keeps which version answers.</param>
/// <param name="compiler">Compiles kept versions.</param>
/// <param name="models">Keeps the classifiers of versions; null where they are trained anew.</param>
public sealed class BotCatalog(IBotVersionStore versions, IPublicationStore publications, IBotCompiler compiler, IBotModelStore? models = null) : IDisposable
{
    /// <summary>How many older versions are kept compiled; the others are compiled again when an episode needs them.</summary>
    private const int MostOlder = 32;

    private readonly ConcurrentDictionary<(string Bot, string Version), Bot> older = new();
    private readonly KeptModels models = new(models);
    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private volatile Edition current = new(0, FrozenDictionary<string, Bot>.Empty, FrozenDictionary<string, ReleaseMove>.Empty, FrozenSet<string>.Empty);

    /// <summary>The bots that answer now, by id.</summary>
    public IReadOnlyDictionary<string, Bot> Current => current.Bots;

    /// <summary>
    /// Publishes bots: their versions are kept first, then all change at once, on every node. Turns under way are refused by their write
    /// and run again; open episodes stay with their version.
    /// </summary>
    public async Task ReplaceAsync(IReadOnlyCollection<BotSnapshot> bots, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bots);
        foreach (var (bot, source) in bots)
        {
            await KeepAsync(bot, source, cancellationToken);
        }

        var published = bots.ToDictionary(snapshot => snapshot.Bot.Id, snapshot => snapshot.Bot.Version, StringComparer.Ordinal);
        var revision = await publications.PublishAsync(published, cancellationToken);
        await CatchUpAsync(revision, cancellationToken);
    }

    /// <summary>Publishes a version with a note, on every node.</summary>
    public async Task ReleaseAsync(BotSnapshot snapshot, Release release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(release);
        await KeepAsync(snapshot.Bot, snapshot.Source, cancellationToken);
        await CatchUpAsync(await publications.ReleaseAsync(release, cancellationToken), cancellationToken);
    }

    /// <summary>When open conversations of a bot move to the version that answers now.</summary>
    public ReleaseMove MoveOf(string bot) => current.Moves.GetValueOrDefault(bot);

    /// <summary>True when a bot is switched off.</summary>
    public bool IsOff(string bot) => current.Off.Contains(bot);

    /// <summary>Takes up what is published, when that is newer than what this node knows.</summary>
    /// <param name="revision">The revision that a load, or a refused write, has told of.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The revision that the bots here are of.</returns>
    public ValueTask<long> CatchUpAsync(long revision, CancellationToken cancellationToken) =>
        current.Revision is var known && known >= revision ? new(known) : new(TakeUpAsync(revision, cancellationToken));

    /// <summary>A version of a bot; null when it was never kept or does not compile any more.</summary>
    public async ValueTask<Bot?> FindAsync(string bot, string version, CancellationToken cancellationToken)
    {
        if (current.Bots.TryGetValue(bot, out var now) && now.Version == version)
        {
            return now;
        }

        if (older.TryGetValue((bot, version), out var known))
        {
            return known;
        }

        var source = await versions.FindAsync(bot, version, cancellationToken);
        if (source is null)
        {
            return null;
        }

        await models.LoadAsync(bot, version, cancellationToken);
        if (compiler.Compile(source) is not { } compiled)
        {
            return null;
        }

        // A version from before models were kept, or from a Spark that trained otherwise.
        await models.KeepAsync(compiled, cancellationToken);
        return Remember(compiled);
    }

    /// <summary>Has what is published compiled with the classifiers that are kept, also where it is read from a folder.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task LoadModelsAsync(CancellationToken cancellationToken)
    {
        foreach (var (bot, version) in (await publications.ReadAsync(cancellationToken)).Versions)
        {
            await models.LoadAsync(bot, version, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => catchingUp.Dispose();

    private async Task<long> TakeUpAsync(long revision, CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken);
        try
        {
            if (current.Revision >= revision)
            {
                return current.Revision;
            }

            var publication = await publications.ReadAsync(cancellationToken);
            var bots = new Dictionary<string, Bot>(StringComparer.Ordinal);
            foreach (var (id, version) in publication.Versions)
            {
                // One that does not compile here (its plugins are missing on this node) leaves the version that did.
                if ((await FindAsync(id, version, cancellationToken) ?? current.Bots.GetValueOrDefault(id)) is { } bot)
                {
                    bots.Add(id, bot);
                }
            }

            foreach (var bot in current.Bots.Values)
            {
                Remember(bot);
            }

            current = new(
                publication.Revision,
                bots.ToFrozenDictionary(StringComparer.Ordinal),
                publication.Moves.ToFrozenDictionary(StringComparer.Ordinal),
                publication.Off.ToFrozenSet(StringComparer.Ordinal));
            return publication.Revision;
        }
        finally
        {
            catchingUp.Release();
        }
    }

    private async Task KeepAsync(Bot bot, BotSource source, CancellationToken cancellationToken)
    {
        await versions.PutAsync(bot.Id, bot.Version, source, cancellationToken);
        await models.KeepAsync(bot, cancellationToken);
        Remember(bot);
    }

    private Bot Remember(Bot bot)
    {
        if (older.Count >= MostOlder)
        {
            older.Clear();
        }

        return older.GetOrAdd((bot.Id, bot.Version), bot);
    }

    private sealed record Edition(
        long Revision, FrozenDictionary<string, Bot> Bots, FrozenDictionary<string, ReleaseMove> Moves, FrozenSet<string> Off);
}
