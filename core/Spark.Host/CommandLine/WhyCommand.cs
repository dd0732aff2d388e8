using System.CommandLine;
using Spark.Host.Hosting;
using Spark.Host.Replaying;
using Spark.Runtime;
using Spark.Runtime.Outbox;
using Spark.Testing.Replaying;

namespace Spark.Host.CommandLine;

/// <summary><c>spark why</c>: what is behind a reply.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var message = new Argument<string>("message") { Description = "The id of a message, as `outbox list` and channels show it: KEY-TURN-INDEX." };
        var plugins = HostOptions.Plugins();
        var command = new Command("why", "Names the event, the intent, the steps, the variables and the versions behind a reply.") { message, plugins };
        return AdminCommand.Over(command, async (admin, parsed, cancellationToken) =>
        {
            var text = parsed.GetRequiredValue(message);
            if (!EffectAddress.TryParse(text, out var address))
            {
                throw new OperatorException("SPK12042", $"'{text}' is no id of a message: it is written as KEY-TURN-INDEX.");
            }

            var record = await RecordSource.ReadAsync(admin, address.Conversation.ToString(), cancellationToken);
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var lines = Reason.Of(record, new FolderCompiler(offers), RecordSource.Seals(), address.Effect);
            if (lines.Count == 0)
            {
                throw new OperatorException("SPK12042", $"Conversation {address.Conversation} has no message {address.Effect}.");
            }

            foreach (var (name, value) in lines)
            {
                await Console.Out.WriteLineAsync($"{name,-12} {value}");
            }

            return ExitCode.Done;
        });
    }
}
