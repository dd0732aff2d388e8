using System.CommandLine;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Bots;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Runtime.Bots;

namespace Spark.Host.CommandLine;

/// <summary><c>spark publish</c> and <c>spark rollback</c>: which version of a bot answers.</summary>
internal static class PublishCommand
{
    private static readonly Dictionary<string, ReleaseMove> Moves = new(StringComparer.Ordinal)
    {
        ["finish"] = ReleaseMove.Finish,
        ["next-question"] = ReleaseMove.NextQuestion,
        ["restart"] = ReleaseMove.Restart,
    };

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The bot's folder: the draft." };
        var (note, move) = (Note(), Move());
        var untranslated = new Option<bool>("--allow-untranslated") { Description = "Publishes although translations are missing or stale." };
        return AdminCommand.Over(
            new("publish", "Makes the bot of a folder live: checks it, keeps it as an immutable version, and lets new conversations begin with it.") { folder, note, move, untranslated },
            async (admin, parsed, cancellationToken) =>
            {
                var source = await OneBot.LoadAsync(parsed.GetRequiredValue(folder), cancellationToken);
                var answer = await admin.PostAsync(
                    "bots/publish",
                    new PublishRequest(source.Name, source.Files, parsed.GetValue(note) ?? "", Moves[parsed.GetRequiredValue(move)], parsed.GetValue(untranslated)),
                    AdminJson.Default.PublishRequest,
                    AdminJson.Default.PublishAnswer,
                    cancellationToken);
                FindingPrinter.Print(Console.Out, source.Name, answer.Findings);
                if (answer.Release is not { } release)
                {
                    await Console.Error.WriteLineAsync("Nothing was published.");
                    return ExitCode.Failed;
                }

                await Console.Out.WriteLineAsync($"Version {Short(release.Version)} of bot '{release.Bot}' is live.");
                return ExitCode.Done;
            });
    }

    public static Command CreateRollback()
    {
        var bot = new Argument<string>("bot") { Description = "The bot's id." };
        var to = new Option<string?>("--to") { Description = "The version, or its beginning (default: the one before the live one)." };
        var (note, move) = (Note(), Move());
        return AdminCommand.Over(new("rollback", "Makes an earlier version of a bot live again.") { bot, to, note, move }, async (admin, parsed, cancellationToken) =>
        {
            var answer = await admin.PostAsync(
                $"bots/{Uri.EscapeDataString(parsed.GetRequiredValue(bot))}/rollback",
                new RollbackRequest(parsed.GetValue(to), parsed.GetValue(note) ?? "", Moves[parsed.GetRequiredValue(move)]),
                AdminJson.Default.RollbackRequest,
                AdminJson.Default.PublishAnswer,
                cancellationToken);
            await Console.Out.WriteLineAsync($"Version {Short(answer.Release!.Version)} of bot '{answer.Release.Bot}' is live again.");
            return ExitCode.Done;
        });
    }

    public static Command CreateVersions()
    {
        var bot = new Argument<string>("bot") { Description = "The bot's id." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        return AdminCommand.Over(
            new("versions", "Lists the versions of a bot, how many open conversations stand on each, and which actions do not fit any more.") { bot, json },
            async (admin, parsed, cancellationToken) =>
            {
                var address = $"bots/{Uri.EscapeDataString(parsed.GetRequiredValue(bot))}/versions";
                if (parsed.GetValue(json))
                {
                    await Console.Out.WriteLineAsync(await admin.GetTextAsync(address, cancellationToken));
                    return ExitCode.Done;
                }

                var list = await admin.GetAsync(address, AdminJson.Default.VersionList, cancellationToken);
                if (list.IsOff)
                {
                    await Console.Out.WriteLineAsync($"Bot '{list.Bot}' is switched off; 'spark bot on {list.Bot}' lets it answer again.");
                }

                foreach (var line in list.Versions)
                {
                    var release = line.Release;
                    await Console.Out.WriteLineAsync(
                        $"{(line.IsLive ? "live" : "    ")}  {release.Number,4}  {Short(release.Version)}  {release.At:u}  {Word(release.Origin),-11}  {line.Open,6} open  {release.Note}");
                    foreach (var misfit in line.Open > 0 || line.IsLive ? line.Misfits ?? [] : [])
                    {
                        await Console.Out.WriteLineAsync($"          {misfit}: it ends 'failed' for those who stand there.");
                    }
                }

                return ExitCode.Done;
            });
    }

    private static Option<string?> Note() => new("--note") { Description = "What changed, for those who look later." };

    private static Option<string> Move()
    {
        var move = new Option<string>("--move")
        {
            Description = "When open conversations move to it: finish (never: they end on theirs), next-question (at a question that both have), restart (with the next message, heard anew).",
            DefaultValueFactory = _ => "finish",
        };
        move.AcceptOnlyFromAmong([.. Moves.Keys]);
        return move;
    }

    private static string Short(string version) => version[..Math.Min(12, version.Length)];

    private static string Word(ReleaseOrigin origin) => origin switch
    {
        ReleaseOrigin.Published => "published",
        ReleaseOrigin.RolledBack => "rolled back",
        _ => "from folder",
    };
}
