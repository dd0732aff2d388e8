using System.Collections.Concurrent;
using System.Collections.Frozen;
using Spark.Engine.Definitions;

namespace Spark.Runtime.Bots;

/// <summary>The bots that answer now, and the older versions that open episodes are pinned to.</summary>
public sealed class BotCatalog(IBotVersionStore versions, IBotCompiler compiler)
{
    private readonly ConcurrentDictionary<(string Bot, string Version), Bot> older = new();
    private volatile FrozenDictionary<string, Bot> current = FrozenDictionary<string, Bot>.Empty;

    /// <summary>The bots that answer now, by id.</summary>
    public IReadOnlyDictionary<string, Bot> Current => current;

    /// <summary>
    /// Lets other bots answer from now on: their versions are kept first, then all change at once. Turns under way go on with what they
    /// have; open episodes stay with their version.
    /// </summary>
    public async Task ReplaceAsync(IReadOnlyCollection<BotSnapshot> bots, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bots);
        foreach (var (bot, source) in bots)
        {
            await versions.PutAsync(bot.Id, bot.Version, source, cancellationToken);
        }

        foreach (var bot in current.Values)
        {
            older.TryAdd((bot.Id, bot.Version), bot);
        }

        current = bots.ToFrozenDictionary(snapshot => snapshot.Bot.Id, snapshot => snapshot.Bot, StringComparer.Ordinal);
    }

    /// <summary>A version of a bot; null when it was never kept or does not compile any more.</summary>
    public async ValueTask<Bot?> FindAsync(string bot, string version, CancellationToken cancellationToken)
    {
        if (current.TryGetValue(bot, out var now) && now.Version == version)
        {
            return now;
        }

        if (older.TryGetValue((bot, version), out var known))
        {
            return known;
        }

        var source = await versions.FindAsync(bot, version, cancellationToken);
        return source is not null && compiler.Compile(source) is { } compiled
            ? older.GetOrAdd((bot, version), compiled)
            : null;
    }
}
