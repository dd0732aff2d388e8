using System.CommandLine;
using Spark.Host.Understanding;

namespace Spark.Host.CommandLine;

/// <summary>
/// <c>spark nlu parse</c>: finds the system entities of texts. Reads one JSON object a line (<c>text</c>, <c>language</c>,
/// <c>now</c>, <c>zone</c>) and writes one a line (<c>language</c>, <c>entities</c>).
/// </summary>
internal static class NluParseCommand
{
    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "The folder of a bot, whose composites are found too." };
        var plugins = HostOptions.Plugins();
        var command = new Command("parse", "Finds numbers, amounts, moments and the like: one JSON object a line in, one out.") { from, plugins };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isSound = false;
            var code = await NluCommand.RunAsync(async () =>
            {
                var bot = parsed.GetValue(from) is { } folder ? await ExampleSource.BotAsync(folder, parsed.GetValue(plugins), cancellationToken) : null;
                isSound = await new EntityLines(TimeProvider.System, bot?.Composites).RunAsync(Console.In, Console.Out, cancellationToken);
            });
            return isSound ? code : ExitCode.Failed;
        });
        return command;
    }
}
