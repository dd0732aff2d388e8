using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Outbox;
using Spark.Host.Administration;

namespace Spark.Host.CommandLine;

/// <summary><c>spark outbox</c>: what has not arrived, and what to do about it.</summary>
internal static class OutboxCommand
{
    private const int Page = 500;

    public static Command Create() => new("outbox", "What waits to be done outside, and what did not arrive.") { List(), Retry(), Drop(), Hold() };

    private static Command List()
    {
        var status = new Option<string?>("--status") { Description = $"Only these: {StatusFilter.Words}." };
        var limit = new Option<int>("--limit") { Description = "The most to list.", DefaultValueFactory = _ => 100 };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        return AdminCommand.Over(new("list", "Lists effects that are open, failed or unknown.") { status, limit, json }, async (admin, parsed, cancellationToken) =>
        {
            var address = Address(parsed.GetValue(status), null, parsed.GetValue(limit));
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(await admin.GetTextAsync(address, cancellationToken));
                return ExitCode.Done;
            }

            var list = await admin.GetAsync(address, AdminJson.Default.EffectList, cancellationToken);
            OutboxPrinter.Print(Console.Out, list.Effects);
            await Console.Out.WriteLineAsync(list.Next is null ? $"{list.Effects.Count} effects." : $"{list.Effects.Count} effects, and more: give --limit.");
            return ExitCode.Done;
        });
    }

    private static Command Retry()
    {
        var addresses = new Argument<string[]>("address") { Description = "The effects, as 'outbox list' names them.", Arity = ArgumentArity.ZeroOrMore };
        var allFailed = new Option<bool>("--all-failed") { Description = "All that have failed." };
        return AdminCommand.Over(
            new("retry", "Opens failed or unknown effects again. One that is unknown may arrive twice.") { addresses, allFailed },
            async (admin, parsed, cancellationToken) =>
            {
                var named = parsed.GetValue(addresses) ?? [];
                if (named.Length == 0 != parsed.GetValue(allFailed))
                {
                    await Console.Error.WriteLineAsync("SPK12018: name effects, or say --all-failed.");
                    return ExitCode.Error;
                }

                var all = named.Length > 0 ? named : await AllFailedAsync(admin, cancellationToken);
                foreach (var address in all)
                {
                    await admin.PostAsync($"outbox/{Uri.EscapeDataString(address)}/retry", cancellationToken);
                }

                await Console.Out.WriteLineAsync($"{all.Count} effects are open again.");
                return ExitCode.Done;
            });
    }

    private static Command Drop()
    {
        var address = new Argument<string>("address") { Description = "The effect, as 'outbox list' names it." };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        return AdminCommand.Over(new("drop", "Ends a failed or unknown effect for good.") { address, reason }, async (admin, parsed, cancellationToken) =>
        {
            await admin.PostAsync(
                $"outbox/{Uri.EscapeDataString(parsed.GetRequiredValue(address))}/drop",
                new DropRequest(parsed.GetRequiredValue(reason)),
                AdminJson.Default.DropRequest,
                cancellationToken);
            return ExitCode.Done;
        });
    }

    private static Command Hold() => AdminCommand.Over(
        new("hold", "Ends all open effects as unknown: for a database that was restored from a backup, before a host runs on it."),
        async (admin, _, cancellationToken) =>
        {
            var held = await admin.PostAsync("outbox/hold", AdminJson.Default.HeldEffects, cancellationToken);
            await Console.Out.WriteLineAsync($"{held.Count} open effects were held. See them with: spark outbox list --status held");
            return ExitCode.Done;
        });

    // All pages first: what is opened again leaves the list, and would shift it.
    private static async Task<IReadOnlyList<string>> AllFailedAsync(AdminConnection admin, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var list = await admin.GetAsync(Address("failed", after, Page), AdminJson.Default.EffectList, cancellationToken);
            found.AddRange(list.Effects.Select(effect => effect.Address));
            after = list.Next;
        }
        while (after is not null);

        return found;
    }

    private static string Address(string? status, string? after, int limit)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"outbox?limit={limit}");
        address += status is null ? "" : $"&status={Uri.EscapeDataString(status)}";
        return after is null ? address : $"{address}&after={Uri.EscapeDataString(after)}";
    }
}
