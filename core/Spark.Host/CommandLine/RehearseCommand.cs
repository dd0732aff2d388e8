using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Hosting;
using Spark.Host.Rehearsing;
using Spark.Testing.Hosts;

namespace Spark.Host.CommandLine;

/// <summary><c>spark rehearse</c>: the process that <c>spark test --torture</c> kills. Not for people.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder");
        var data = new Option<string>("--data") { Required = true };
        var plugins = HostOptions.Plugins();
        var channel = new Option<string>("--channel") { Required = true };
        var stopAfter = new Option<int>("--stop-after");
        var command = new Command(RealStage.Command) { folder, data, plugins, channel, stopAfter };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var source = await BotFolder.LoadAsync(parsed.GetRequiredValue(folder), cancellationToken);
            if (BotReader.Read(source, offers).Bot is not { } bot)
            {
                return ExitCode.Failed;
            }

            var process = new RehearsalProcess(
                new TestBot(bot, source), parsed.GetRequiredValue(channel), parsed.GetRequiredValue(data), parsed.GetValue(stopAfter));
            await process.RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
