using System.CommandLine;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Databases;
using Spark.Host.Administration;
using Spark.Host.Restoring;

namespace Spark.Host.CommandLine;

/// <summary><c>spark db</c>: the database as a whole.</summary>
internal static class DbCommand
{
    public static Command Create() => new("db", "Checks, copies and restores the database.") { Check(), Backup(), Restore() };

    private static Command Check()
    {
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        return AdminCommand.Over(new("check", "Checks the database: its integrity, and what must hold in it.") { json }, async (admin, parsed, cancellationToken) =>
        {
            var report = await admin.GetAsync("database", AdminJson.Default.DatabaseReport, cancellationToken);
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(report, AdminJson.Default.DatabaseReport));
            }
            else
            {
                DatabasePrinter.Print(Console.Out, report);
            }

            return report.Problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "The copy, which is not there yet; on the machine of the host." };
        return AdminCommand.Over(new("backup", "Copies the database as it is at one moment, while the host runs on.") { file }, async (admin, parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await admin.PostAsync("database/backup", new BackupRequest(path), AdminJson.Default.BackupRequest, cancellationToken);
            await Console.Out.WriteLineAsync($"The database was copied to {path}");
            return ExitCode.Done;
        });
    }

    private static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "What 'db backup' made." };
        var data = HostOptions.Data();
        var command = new Command("restore", "Puts a backup in the place of the database, while no host runs on it. What was open in it is held, not sent again.") { file, data };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var folder = parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("SPARK_DATA") ?? "data";
            var restored = await new DatabaseRestore(folder, TimeProvider.System).RunAsync(parsed.GetRequiredValue(file), cancellationToken);
            await Console.Out.WriteLineAsync($"The database of '{folder}' is that of the backup.{(restored.Aside is { } aside ? $" The one before is kept as {aside}." : "")}");
            await Console.Out.WriteLineAsync($"{restored.Held} effects that were open in it are held. See them with: spark outbox list --status held");
            return ExitCode.Done;
        }));
        return command;
    }
}
