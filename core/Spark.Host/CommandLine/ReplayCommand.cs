using System.CommandLine;
using Spark.Host.Hosting;
using Spark.Host.Replaying;
using Spark.Runtime.Recording;
using Spark.Testing.Replaying;

namespace Spark.Host.CommandLine;

/// <summary><c>spark replay</c>: runs a conversation's log through the engine and compares.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var conversation = new Argument<string>("conversation") { Description = "Its key, or its channel instance and the channel's own id: instance/id." };
        var plugins = HostOptions.Plugins();
        var command = new Command("replay", "Runs the events of a conversation through the engine again, and compares the effects and the state byte by byte.")
        {
            conversation, plugins,
        };
        return AdminCommand.Over(command, async (admin, parsed, cancellationToken) =>
        {
            var record = await RecordSource.ReadAsync(admin, parsed.GetRequiredValue(conversation), cancellationToken);
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var differences = RecordReplay.Compare(record, new FolderCompiler(offers));
            Print(record, differences);
            return differences.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static void Print(ConversationRecord record, IReadOnlyList<ReplayDifference> differences)
    {
        var output = Console.Out;
        if (record.Engine != ConversationRecorder.EngineVersion)
        {
            output.WriteLine("The host runs another build of the engine than this command: differences may come from that.");
        }

        foreach (var difference in differences)
        {
            output.WriteLine($"{difference.What}:");
            output.WriteLine($"  - {difference.Logged ?? "(nothing)"}");
            output.WriteLine($"  + {difference.Replayed ?? "(nothing)"}");
        }

        output.WriteLine(differences.Count == 0
            ? FormattableString.Invariant($"{record.Turns.Count} turns: identical.")
            : FormattableString.Invariant($"{record.Turns.Count} turns: {differences.Count} differences."));
    }
}
