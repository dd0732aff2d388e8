using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>Tells who stands on versions of bots whose actions do not fit what is installed, or is to be.</summary>
/// <param name="publications">Which versions are live, and who stands on which.</param>
/// <param name="versions">The versions.</param>
public sealed class StandingMisfits(IPublicationStore publications, IBotVersionStore versions)
{
    /// <summary>All versions that do not fit: those that answer new conversations, and those on which open ones stand.</summary>
    /// <param name="offers">What is installed, or is to be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<StandingMisfit>> FindAsync(InstalledOffers offers, CancellationToken cancellationToken)
    {
        var open = (await publications.CountAsync(cancellationToken)).ToDictionary(count => (count.Bot, count.Version), count => (long)count.Open);
        var live = (await publications.ReadAsync(cancellationToken)).Versions;
        foreach (var (bot, version) in live)
        {
            open.TryAdd((bot, version), 0);
        }

        var found = new List<StandingMisfit>();
        foreach (var ((bot, version), count) in open.OrderBy(pair => pair.Key.Bot, StringComparer.Ordinal).ThenBy(pair => pair.Key.Version, StringComparer.Ordinal))
        {
            if (await versions.FindAsync(bot, version, cancellationToken) is { } source && UsedActions.Misfits(source, offers) is { Count: > 0 } misfits)
            {
                found.Add(new(bot, version, live.GetValueOrDefault(bot) == version, count, misfits));
            }
        }

        return found;
    }
}
