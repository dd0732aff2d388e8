using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>Publishes bots on a running host, and goes back.</summary>
internal sealed class BotDesk(PluginHost plugins, BotCatalog catalog, IBotVersionStore versions, IPublicationStore publications) : IBotDesk
{
    // Untranslated, of another form, stale: to be seen to before people read it.
    private static readonly string[] Translations =
        [FindingCodes.Untranslated, FindingCodes.PlaceholdersDiffer, FindingCodes.IntentWithoutExamples, FindingCodes.StaleTranslation];

    public async ValueTask<PublishOutcome> PublishAsync(BotSource source, PublishOrder order, CancellationToken cancellationToken)
    {
        var offers = plugins.Catalog.Offers;
        var result = BotReader.Read(source, offers);
        var findings = order.AllowsUntranslated
            ? result.Findings
            : [.. result.Findings.Select(finding => Translations.Contains(finding.Code, StringComparer.Ordinal) ? finding with { Level = FindingLevel.Error } : finding)];
        if (result.Bot is not { } bot || findings.Any(finding => finding.Level == FindingLevel.Error))
        {
            return new(null, findings);
        }

        // What is published is the bot that its own file names, whatever its folder is called.
        if (order.OnlyBots is { } only && !only.Contains(bot.Id, StringComparer.Ordinal))
        {
            throw new OperatorException("SPK14053", $"These are the files of bot '{bot.Id}', and your account sees to other bots only.");
        }

        var release = await ReleaseAsync(new(bot, UsedActions.Record(bot, source, offers)), order, ReleaseOrigin.Published, cancellationToken);
        return new(release, findings);
    }

    public async ValueTask<Release> RollBackAsync(string bot, string? version, PublishOrder order, CancellationToken cancellationToken)
    {
        var releases = await publications.ListAsync(bot, cancellationToken);
        var live = releases.Count > 0 ? releases[^1].Version : null;
        var wanted = version is null
            ? releases.LastOrDefault(release => release.Version != live)?.Version
            : releases.LastOrDefault(release => release.Version.StartsWith(version, StringComparison.Ordinal))?.Version;
        if (wanted is null || await versions.FindAsync(bot, wanted, cancellationToken) is not { } source)
        {
            throw new OperatorException("SPK12034", $"Bot '{bot}' has no {(version is null ? "earlier version" : $"version '{version}'")}. 'spark versions {bot}' lists them.");
        }

        var compiled = await catalog.FindAsync(bot, wanted, cancellationToken)
            ?? throw new OperatorException("SPK12034", $"Version {wanted} of bot '{bot}' cannot be read by this Spark any more.");
        return await ReleaseAsync(new(compiled, source), order, ReleaseOrigin.RolledBack, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> FindMisfitsAsync(string bot, string version, CancellationToken cancellationToken) =>
        await versions.FindAsync(bot, version, cancellationToken) is { } source ? UsedActions.Misfits(source, plugins.Catalog.Offers) : [];

    private async Task<Release> ReleaseAsync(BotSnapshot snapshot, PublishOrder order, ReleaseOrigin origin, CancellationToken cancellationToken)
    {
        await catalog.ReleaseAsync(snapshot, new(snapshot.Bot.Id, snapshot.Bot.Version, order.Note, order.Move, origin), cancellationToken);
        return (await publications.ListAsync(snapshot.Bot.Id, cancellationToken))[^1];
    }
}
