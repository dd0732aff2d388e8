using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>
/// Which of the bots in the folder a starting host publishes. Where nodes share a database, the folder of a node that starts again may be
/// older than what another has published meanwhile: a version that was kept before has had its time, and does not come back by itself.
/// </summary>
internal sealed class PublicationRule(IBotVersionStore versions, IPublicationStore publications)
{
    /// <summary>Decides.</summary>
    /// <param name="bots">The bots in the folder.</param>
    /// <param name="isForced">True when all are to be published, because the operator says so.</param>
    /// <param name="isAlone">True when the database is this host's alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PublicationPlan> DecideAsync(IReadOnlyList<BotSnapshot> bots, bool isForced, bool isAlone, CancellationToken cancellationToken)
    {
        if (isForced)
        {
            return new(bots, []);
        }

        // Alone with its database, a host follows its folder, until an operator has published or gone back: that holds over a restart.
        var published = (await publications.ReadAsync(cancellationToken)).Versions;
        var publish = new List<BotSnapshot>();
        var held = new List<HeldBot>();
        foreach (var snapshot in bots)
        {
            var bot = snapshot.Bot;
            var current = published.GetValueOrDefault(bot.Id);
            var isFollowed = isAlone && (await publications.ListAsync(bot.Id, cancellationToken)) is [] or [.., { Origin: ReleaseOrigin.Folder }];
            if (isFollowed || current is null || string.Equals(current, bot.Version, StringComparison.Ordinal)
                || await versions.FindAsync(bot.Id, bot.Version, cancellationToken) is null)
            {
                publish.Add(snapshot);
            }
            else
            {
                held.Add(new(bot.Id, bot.Version, current));
            }
        }

        return new(publish, held);
    }
}
