using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Plugins.Environments;

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
            Print(readings, parsed.GetValue(json) || parsed.GetValue(format) == "json");
            return readings.Any(reading => reading.Result.Findings.Any(finding => finding.Level == FindingLevel.Error))
                ? ExitCode.Failed
                : ExitCode.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<BotReading> readings, bool asJson)
    {
        if (asJson)
        {
            FindingPrinter.PrintJson(Console.Out, [.. readings.Select(reading => KeyValuePair.Create(reading.Source.Name, reading.Result.Findings))]);
            return;
        }

        foreach (var reading in readings)
        {
            FindingPrinter.Print(Console.Out, reading.Source.Name, reading.Result.Findings);
        }
    }
}
