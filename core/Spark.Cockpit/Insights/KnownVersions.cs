using System.Collections.Concurrent;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Cockpit.Insights;

/// <summary>Reads the files of a version once for all conversations that were held with it: a version never changes.</summary>
internal sealed class KnownVersions(IBotVersionStore store) : IBotVersionStore
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<(string Bot, string Version), BotSource> known = new();

    public ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken) =>
        store.PutAsync(bot, version, source, cancellationToken);

    public async ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((bot, version), out var kept))
        {
            return kept;
        }

        if (await store.FindAsync(bot, version, cancellationToken) is not { } source)
        {
            return null;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known.GetOrAdd((bot, version), source);
    }
}
