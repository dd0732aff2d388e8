using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Admin;

namespace Spark.Host.CommandLine;

/// <summary><c>spark audit</c>: who changed what, and when.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Who changed what: settings, bots, accounts, deliveries, conversations.") { List() };

    private static Command List()
    {
        var limit = new Option<int>("--limit") { Description = "The most to list.", DefaultValueFactory = _ => 50 };
        var before = new Option<long?>("--before") { Description = "What the page before named as the next." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        return AdminCommand.Over(new("list", "Lists the audit, the newest entries first.") { limit, before, json }, async (admin, parsed, cancellationToken) =>
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"audit?limit={parsed.GetValue(limit)}");
            address += parsed.GetValue(before) is { } cursor ? string.Create(CultureInfo.InvariantCulture, $"&before={cursor}") : "";
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(await admin.GetTextAsync(address, cancellationToken));
                return ExitCode.Done;
            }

            var list = await admin.GetAsync(address, AdminJson.Default.AuditList, cancellationToken);
            foreach (var entry in list.Entries)
            {
                await Console.Out.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{entry.At:u}  {entry.Actor,-24} {entry.What,-28} {entry.Subject} {entry.Details}"));
            }

            if (list.Next is { } next)
            {
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"More: --before {next}"));
            }

            return ExitCode.Done;
        });
    }
}
