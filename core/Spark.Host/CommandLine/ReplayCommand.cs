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
        var conversation = new Argument<string>("conversation") { Description = "Its key, its channel instance and the channel's own id as instance/id, or the file of an evidence bundle." };
        var plugins = HostOptions.Plugins();
        var command = new Command("replay", "Runs the events of a conversation through the engine again, and compares the effects and the state byte by byte.")
        {
            conversation, plugins,
        };
        return AdminCommand.Over(
            command,
            async (admin, parsed, cancellationToken) => await CompareAsync(
                await RecordSource.ReadAsync(admin, parsed.GetRequiredValue(conversation), cancellationToken), parsed.GetValue(plugins), cancellationToken),
            async (parsed, cancellationToken) => File.Exists(parsed.GetRequiredValue(conversation))
                ? await CompareAsync(await RecordSource.ReadFileAsync(parsed.GetRequiredValue(conversation), cancellationToken), parsed.GetValue(plugins), cancellationToken)
                : null);
    }

    private static async Task<int> CompareAsync(ConversationRecord record, string? plugins, CancellationToken cancellationToken)
    {
        var offers = await InstalledPlugins.OffersAsync(plugins ?? SparkPaths.DefaultPlugins(), cancellationToken);
        var differences = RecordReplay.Compare(record, new FolderCompiler(offers), RecordSource.Seals());
        Print(record, differences);
        return differences.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(ConversationRecord record, IReadOnlyList<ReplayDifference> differences)
    {
        var output = Console.Out;
        if (record.Engine != ConversationRecorder.EngineVersion)
        {
            output.WriteLine("It was recorded by another build of the engine than this one: differences may come from that.");
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
