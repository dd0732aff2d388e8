using System.CommandLine;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Bots;
using Spark.Host.Bots;

namespace Spark.Host.CommandLine;

/// <summary><c>spark bot</c>: a whole bot as one archive, and whether it answers.</summary>
internal static class BotCommand
{
    public static Command Create() => new("bot", "A whole bot: as one archive, and switched off and on.")
    {
        Export(), ExportLive(), Import(), Switch("off", isOn: false), Switch("on", isOn: true),
    };

    private static Command Export()
    {
        var folder = new Argument<string>("folder") { Description = "The bot's folder." };
        var to = new Option<string?>("--to") { Description = "The archive to write (default: NAME.zip)." };
        var command = new Command("export", "Packs a bot's folder into a zip: the files of the format, tests and canvas; no environment and no secret.") { folder, to };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var path = parsed.GetRequiredValue(folder);
            var source = await OneBot.LoadAsync(path, cancellationToken);
            return await WriteAsync(BotArchive.Pack(BotArchive.FilesOf(path)), parsed.GetValue(to) ?? source.Name + ".zip", cancellationToken);
        }));
        return command;
    }

    private static Command ExportLive()
    {
        var bot = new Argument<string>("bot") { Description = "The bot's id." };
        var version = new Option<string?>("--version") { Description = "The version, or its beginning (default: the live one)." };
        var to = new Option<string?>("--to") { Description = "The archive to write (default: BOT.zip)." };
        return AdminCommand.Over(new("export-live", "Packs a published version of a bot into a zip.") { bot, version, to }, async (admin, parsed, cancellationToken) =>
        {
            var id = parsed.GetRequiredValue(bot);
            var query = parsed.GetValue(version) is { } wanted ? $"?version={Uri.EscapeDataString(wanted)}" : "";
            var source = await admin.GetAsync($"bots/{Uri.EscapeDataString(id)}/source{query}", AdminJson.Default.BotSource, cancellationToken);
            var files = source.Files.Select(file => KeyValuePair.Create(file.Key, System.Text.Encoding.UTF8.GetBytes(file.Value)));
            return await WriteAsync(BotArchive.Pack(files), parsed.GetValue(to) ?? id + ".zip", cancellationToken);
        });
    }

    private static Command Import()
    {
        var archive = new Argument<string>("archive") { Description = "The zip." };
        var to = new Option<string>("--to") { Description = "The folder to make; it must be empty or not there.", Required = true };
        var command = new Command("import", "Unpacks a bot's archive into a new folder.") { archive, to };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var count = await BotArchive.UnpackAsync(parsed.GetRequiredValue(archive), parsed.GetRequiredValue(to), cancellationToken);
            await Console.Out.WriteLineAsync($"{parsed.GetRequiredValue(to)}: {count} files. Check it: spark check {parsed.GetRequiredValue(to)}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Switch(string name, bool isOn)
    {
        var bot = new Argument<string>("bot") { Description = "The bot's id." };
        var what = isOn
            ? "Lets a bot answer again that was switched off."
            : "Switches a bot off, on every node: whatever people say is answered by its dialog for 'disabled', or by a sentence.";
        return AdminCommand.Over(new(name, what) { bot }, async (admin, parsed, cancellationToken) =>
        {
            var id = parsed.GetRequiredValue(bot);
            await admin.PostAsync($"bots/{Uri.EscapeDataString(id)}/switch", new SwitchRequest(isOn), AdminJson.Default.SwitchRequest, cancellationToken);
            await Console.Out.WriteLineAsync($"Bot '{id}' is {name}.");
            return ExitCode.Done;
        });
    }

    private static async Task<int> WriteAsync(byte[] archive, string file, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(file, archive, cancellationToken);
        await Console.Out.WriteLineAsync($"{file}: {archive.Length} bytes.");
        return ExitCode.Done;
    }
}
