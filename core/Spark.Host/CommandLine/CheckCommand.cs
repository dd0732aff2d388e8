using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.Hosting;

namespace Spark.Host.CommandLine;

/// <summary><c>spark check</c>: says everything that is wrong with a bot, at once.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of a bot, or of several." };
        var plugins = HostOptions.Plugins();
        var json = new Option<bool>("--json") { Description = "Prints one JSON document, for editors." };
        var command = new Command("check", "Checks a bot: every mistake with file, line, column, code and remedy.") { folder, plugins, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (BotFolders.Find(path).Count == 0)
            {
                await Console.Error.WriteLineAsync($"SPK12001: there is no bot.yaml in {path}, nor in a folder directly below it.");
                return ExitCode.Error;
            }

            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var readings = await BotFolders.ReadAsync(path, offers, cancellationToken);
            Print(readings, parsed.GetValue(json));
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
