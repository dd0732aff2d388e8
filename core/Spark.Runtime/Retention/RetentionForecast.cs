using Microsoft.Extensions.Options;
using Spark.Runtime.Bots;

namespace Spark.Runtime.Retention;

/// <summary>Says of each bot how long is kept what was said with it, and what goes next.</summary>
public sealed class RetentionForecast(IBotRetentionStore store, IPublicationStore publications, IOptions<RetentionOptions> options, TimeProvider time)
{
    /// <summary>All bots that are published, have something to be kept, or a time of their own.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async Task<IReadOnlyList<BotForecast>> ReadAsync(CancellationToken cancellationToken)
    {
        var published = (await publications.ReadAsync(cancellationToken)).Versions.Keys;
        var bots = published.Concat(await store.BotsAsync(cancellationToken)).Concat(options.Value.Bots.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var forecast = new List<BotForecast>();
        foreach (var bot in bots)
        {
            var limit = time.GetUtcNow() - options.Value.For(bot);
            forecast.Add(new(
                bot,
                options.Value.For(bot),
                options.Value.Bots.ContainsKey(bot),
                await store.CountAsync(bot, limit.AddDays(1), cancellationToken),
                await store.CountAsync(bot, limit.AddDays(7), cancellationToken)));
        }

        return forecast;
    }
}
