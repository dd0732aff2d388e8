using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Plugins.Environments;
using Spark.Testing.Suites;

namespace Spark.Host.CommandLine;

/// <summary><c>spark check</c>: says everything that is wrong with a bot, at once.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of a bot, or of several." };
        var plugins = HostOptions.Plugins();
        var environment = new Option<string?>("--environment") { Description = "The file that binds channels to bots: then what they cannot show is told, too." };
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var format = new Option<string>("--format") { Description = "text, or json: one JSON document, for editors.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", "Checks a bot: every mistake with file, line, column, code and remedy.") { folder, plugins, environment, json, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (BotFolders.Find(path).Count == 0)
            {
                await Console.Error.WriteLineAsync($"SPK12001: there is no bot.yaml in {path}, nor in a folder directly below it.");
                return ExitCode.Error;
            }

            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            if (parsed.GetValue(environment) is { } file)
            {
                var reading = await EnvironmentReader.LoadAsync(file, cancellationToken);
                if (reading.Config is not { } bound)
                {
                    FindingPrinter.PrintLines(Console.Error, reading.Findings);
                    return ExitCode.Error;
                }

                offers = offers with { EnabledChannels = [.. bound.Channels.Select(channel => new EnabledChannel(channel.Name, channel.Plugin, channel.Bot))] };
            }

            var readings = await BotFolders.ReadAsync(path, offers, cancellationToken);
            var found = new List<KeyValuePair<string, IReadOnlyList<Finding>>>();
            foreach (var reading in readings)
            {
                found.Add(new(reading.Source.Name, [.. reading.Result.Findings, .. await FindInTestsAsync(reading, offers, cancellationToken)]));
            }

            Print(found, parsed.GetValue(json) || parsed.GetValue(format) == "json");
            return found.Any(bot => bot.Value.Any(finding => finding.Level == FindingLevel.Error))
                ? ExitCode.Failed
                : ExitCode.Done;
        });
        return command;
    }

    // Tests name the bot's texts and dialogs: what they mean can only be told of a bot that could be read.
    private static async Task<IReadOnlyList<Finding>> FindInTestsAsync(BotReading reading, InstalledOffers offers, CancellationToken cancellationToken) =>
        reading.Result.Bot is { } bot ? SuiteReader.Read(bot, await SuiteFile.LoadAsync(reading.Folder, cancellationToken), [.. offers.Channels.Keys]).Findings : [];

    private static void Print(IReadOnlyList<KeyValuePair<string, IReadOnlyList<Finding>>> found, bool asJson)
    {
        if (asJson)
        {
            FindingPrinter.PrintJson(Console.Out, [.. found]);
            return;
        }

        foreach (var (bot, findings) in found)
        {
            FindingPrinter.Print(Console.Out, bot, findings);
        }
    }
}
