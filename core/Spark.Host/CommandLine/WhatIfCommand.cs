using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Host.Replaying;
using Spark.Testing.Replaying;

namespace Spark.Host.CommandLine;

/// <summary><c>spark whatif</c>: which replies of the last conversations a draft would change.</summary>
internal static class WhatIfCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the draft." };
        var last = new Option<int>("--last") { Description = "How many conversations to look at.", DefaultValueFactory = _ => 100 };
        var plugins = HostOptions.Plugins();
        var command = new Command("whatif", "Replays the last conversations against a draft, and lists the replies that would change.") { folder, last, plugins };
        return AdminCommand.Over(command, async (admin, parsed, cancellationToken) =>
        {
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var readings = await BotFolders.ReadAsync(parsed.GetRequiredValue(folder), offers, cancellationToken);
            if (readings is not [var reading])
            {
                await Console.Error.WriteLineAsync($"SPK12001: '{parsed.GetRequiredValue(folder)}' holds {readings.Count} bots; name the folder of one, with its bot.yaml.");
                return ExitCode.Error;
            }

            if (reading.Result.Bot is not { } draft)
            {
                FindingPrinter.Print(Console.Error, reading.Source.Name, [.. reading.Result.Findings.Where(finding => finding.Level == FindingLevel.Error)]);
                return ExitCode.Failed;
            }

            var seals = RecordSource.Seals();
            var (conversations, changed, left) = (0, 0, 0);
            foreach (var record in await RecordSource.ReadLastAsync(admin, parsed.GetValue(last), cancellationToken))
            {
                if (record.Episodes.All(episode => episode.Bot != draft.Id))
                {
                    continue;
                }

                if (!seals.CanOpen(record))
                {
                    left++;
                    continue;
                }

                conversations++;
                changed += Print(record.Key, RecordReplay.Changes(record, new Testing.Replaying.OneBot(draft), seals));
            }

            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{conversations} {(conversations == 1 ? "conversation" : "conversations")}: {changed} {(changed == 1 ? "turn" : "turns")} would be answered otherwise."));
            if (left > 0)
            {
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"{left} more hold answers under a seal, and were left out: give this command the key of the host as Seal__Key."));
            }

            return ExitCode.Done;
        });
    }

    private static int Print(string key, IReadOnlyList<ChangedReply> changes)
    {
        foreach (var change in changes)
        {
            Console.Out.WriteLine(FormattableString.Invariant($"{key} turn {change.Sequence}:"));
            foreach (var line in change.Said)
            {
                Console.Out.WriteLine($"  - {line}");
            }

            foreach (var line in change.WouldSay)
            {
                Console.Out.WriteLine($"  + {line}");
            }
        }

        return changes.Count;
    }
}
