using System.Collections.Concurrent;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>Brings classifiers from the store before a version is compiled, and into it afterwards. Safe on any thread.</summary>
/// <param name="store">Keeps them; null where nothing is kept.</param>
internal sealed class KeptModels(IBotModelStore? store)
{
    private readonly ConcurrentDictionary<(string Bot, string Version, string Key), bool> known = new();

    /// <summary>Has a version compiled with the classifiers that are kept beside it.</summary>
    public async ValueTask LoadAsync(string bot, string version, CancellationToken cancellationToken)
    {
        if (store is null)
        {
            return;
        }

        var models = await store.ReadAsync(bot, version, cancellationToken);
        BotModels.Remember(models);
        foreach (var model in models)
        {
            known.TryAdd((bot, version, model.Key), true);
        }
    }

    /// <summary>Keeps what a version was compiled with, unless it is there.</summary>
    public async ValueTask KeepAsync(Bot bot, CancellationToken cancellationToken)
    {
        if (store is null || BotModels.KeysOf(bot).All(key => known.ContainsKey((bot.Id, bot.Version, key))))
        {
            return;
        }

        await store.PutAsync(bot.Id, bot.Version, BotModels.Of(bot), cancellationToken);
        foreach (var key in BotModels.KeysOf(bot))
        {
            known.TryAdd((bot.Id, bot.Version, key), true);
        }
    }
}
