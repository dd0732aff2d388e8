using System.Text.Json;
using System.Text.Json.Nodes;
using Spark.Access;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime;
using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>Brings the bots of the folder into the database when the host starts, as far as they are to answer.</summary>
internal static class BotPublication
{
    public static async Task RunAsync(
        IServiceProvider services, HostSettings settings, EnvironmentConfig environment, CancellationToken cancellationToken)
    {
        var catalog = services.GetRequiredService<BotCatalog>();
        await catalog.LoadModelsAsync(cancellationToken);
        var bots = await ReadAsync(services, settings, environment, cancellationToken);
        await StandingConversations.WarnAsync(services, cancellationToken);
        var rule = new PublicationRule(services.GetRequiredService<IBotVersionStore>(), services.GetRequiredService<IPublicationStore>());
        var plan = await rule.DecideAsync(bots, settings.Publish, !settings.Storage.IsShared, cancellationToken);
        foreach (var held in plan.Held)
        {
            await Console.Error.WriteLineAsync(held.Sentence);
        }

        var before = (await services.GetRequiredService<IPublicationStore>().ReadAsync(cancellationToken)).Versions;
        await catalog.ReplaceAsync(plan.Publish, cancellationToken);
        foreach (var bot in plan.Publish.Select(snapshot => snapshot.Bot).Where(bot => before.GetValueOrDefault(bot.Id) != bot.Version))
        {
            await services.GetRequiredService<IAuditTrail>().WriteAsync(
                new()
                {
                    Actor = "host",
                    What = "bot.published",
                    Subject = bot.Id,
                    Details = JsonElement.Parse(new JsonObject { ["origin"] = "folder", ["version"] = bot.Version }.ToJsonString()),
                },
                cancellationToken);
        }

        // Another node may have published what needs plugins that are not installed here.
        foreach (var held in plan.Held.Where(held => !catalog.Current.ContainsKey(held.Bot)))
        {
            throw new OperatorException(
                HeldBot.Code,
                $"The published version {held.Published} of bot '{held.Bot}' does not compile with the plugins of this node. Install what it needs, or start with --publish to answer with version {held.Version}.");
        }
    }

    private static async Task<IReadOnlyList<BotSnapshot>> ReadAsync(
        IServiceProvider services, HostSettings settings, EnvironmentConfig environment, CancellationToken cancellationToken)
    {
        var offers = services.GetRequiredService<PluginHost>().Catalog.Offers;
        var readings = await BotFolders.ReadAsync(settings.Bots, offers, cancellationToken);
        if (readings.Any(reading => reading.Result.Bot is null))
        {
            var findings = readings
                .SelectMany(reading => reading.Result.Findings, (reading, finding) => finding with
                {
                    At = finding.At with { File = $"{reading.Source.Name}/{finding.At.File}" },
                })
                .ToList();
            throw Refusal.Of("SPK12006", $"A bot in '{settings.Bots}' has errors.", findings);
        }

        var bots = readings.Select(reading => new BotSnapshot(reading.Result.Bot!, UsedActions.Record(reading.Result.Bot!, reading.Source, offers))).ToList();
        foreach (var channel in environment.Channels)
        {
            if (bots.All(bot => !string.Equals(bot.Bot.Id, channel.Bot, StringComparison.Ordinal)))
            {
                throw new OperatorException(
                    "SPK12008",
                    $"The channel '{channel.Name}' names the bot '{channel.Bot}', which is not in '{settings.Bots}' (there: {string.Join(", ", bots.Select(bot => bot.Bot.Id))}).");
            }
        }

        return bots;
    }
}
