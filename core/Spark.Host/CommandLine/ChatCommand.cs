using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Chatting;
using Spark.Host.Checking;
using Spark.Host.Hosting;

namespace Spark.Host.CommandLine;

/// <summary><c>spark chat</c>: a conversation with a bot in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The bot's folder." };
        var language = new Option<string?>("--language") { Description = "The language to be spoken to in, such as nl." };
        var plugins = HostOptions.Plugins();
        var command = new Command("chat", "Talks to a bot in the terminal.") { folder, language, plugins };
        command.SetAction(async (parsed, cancellationToken) => await ChatAsync(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(language),
            parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(),
            cancellationToken));
        return command;
    }

    private static async Task<int> ChatAsync(string folder, string? language, string plugins, CancellationToken cancellationToken)
    {
        await using var installed = await InstalledPlugins.LoadAsync(plugins, null, Path.GetTempPath(), cancellationToken);
        var readings = await BotFolders.ReadAsync(folder, installed.Host.Catalog.Offers, cancellationToken);
        if (readings is not [var reading])
        {
            await Console.Error.WriteLineAsync($"SPK12001: '{folder}' holds {readings.Count} bots; name the folder of one, with its bot.yaml.");
            return ExitCode.Error;
        }

        if (reading.Result.Bot is not { } bot)
        {
            FindingPrinter.Print(Console.Error, reading.Source.Name, [.. reading.Result.Findings.Where(finding => finding.Level == FindingLevel.Error)]);
            return ExitCode.Failed;
        }

        await new TerminalChat(bot, installed.Host, TimeProvider.System, Console.In, Console.Out).RunAsync(language, cancellationToken);
        return ExitCode.Done;
    }
}
