using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Conversations;
using Spark.Host.Administration;
using Spark.Host.Hosting;
using Spark.Host.Replaying;
using Spark.Runtime.Operations;
using Spark.Testing.Writing;

namespace Spark.Host.CommandLine;

/// <summary><c>spark conversation</c>: which there are, how one stands, taking one back from a desk, moving it to another, and news of its ticket.</summary>
internal static class ConversationCommand
{
    public static Command Create() => new("conversation", "Conversations, and who holds them.") { List(), Show(), Record(), Release(), Reassign(), Ticket() };

    private static Argument<string> Conversation() =>
        new("conversation") { Description = "Its key, or its channel instance and the channel's own id: instance/id." };

    private static Command List()
    {
        var limit = new Option<int>("--limit") { Description = "The most to list.", DefaultValueFactory = _ => 50 };
        var before = new Option<string?>("--before") { Description = "What the page before named as the next." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var outcome = new Option<string?>("--outcome") { Description = "Only episodes that are resolved, escalated or abandoned." };
        var state = new Option<string?>("--state") { Description = "Only episodes that are inProgress or completed." };
        return AdminCommand.Over(new("list", "Lists conversations, those changed last first.") { limit, before, outcome, state, json }, async (admin, parsed, cancellationToken) =>
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"conversations?limit={parsed.GetValue(limit)}");
            address += parsed.GetValue(before) is { } cursor ? $"&before={Uri.EscapeDataString(cursor)}" : "";
            address += parsed.GetValue(outcome) is { } ended ? $"&outcome={Uri.EscapeDataString(ended)}" : "";
            address += parsed.GetValue(state) is { } stands ? $"&state={Uri.EscapeDataString(stands)}" : "";
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(await admin.GetTextAsync(address, cancellationToken));
                return ExitCode.Done;
            }

            var list = await admin.GetAsync(address, AdminJson.Default.ConversationList, cancellationToken);
            ConversationPrinter.Print(Console.Out, list.Conversations);
            if (list.Next is { } next)
            {
                await Console.Out.WriteLineAsync($"More: --before {next}");
            }

            return ExitCode.Done;
        });
    }

    private static Command Show()
    {
        var conversation = Conversation();
        var texts = new Option<bool>("--texts") { Description = "Shows what was said, too." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        return AdminCommand.Over(new("show", "Shows how a conversation stands.") { conversation, texts, json }, async (admin, parsed, cancellationToken) =>
        {
            var address = $"conversation?address={Uri.EscapeDataString(parsed.GetRequiredValue(conversation))}&texts={(parsed.GetValue(texts) ? "true" : "false")}";
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(await admin.GetTextAsync(address, cancellationToken));
                return ExitCode.Done;
            }

            ConversationPrinter.Print(Console.Out, await admin.GetAsync(address, AdminJson.Default.ConversationView, cancellationToken));
            return ExitCode.Done;
        });
    }

    private static Command Record()
    {
        var conversation = Conversation();
        var to = new Option<string?>("--to") { Description = "The file to write, such as tests/found.test.yaml (default: the terminal)." };
        var plugins = HostOptions.Plugins();
        var command = new Command("record", "Makes a test of a conversation.") { conversation, to, plugins };
        return AdminCommand.Over(command, async (admin, parsed, cancellationToken) =>
        {
            var record = await RecordSource.ReadAsync(admin, parsed.GetRequiredValue(conversation), cancellationToken);
            var offers = await InstalledPlugins.OffersAsync(parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), cancellationToken);
            var file = parsed.GetValue(to);
            var text = RecordedTest.Write(record, new FolderCompiler(offers), RecordSource.Seals(), file is null ? "recorded" : RecordedTest.SuiteOf(file));
            if (file is null)
            {
                await Console.Out.WriteAsync(text);
                return ExitCode.Done;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, text, cancellationToken);
            await Console.Out.WriteLineAsync($"{file} holds the conversation as a test. It holds what the person said, too: read it before you share it.");
            return ExitCode.Done;
        });
    }

    private static Command Reassign()
    {
        var conversation = Conversation();
        var to = new Option<string>("--to") { Description = "The connection to the desk that is to have it.", Required = true };
        var queue = new Option<string?>("--queue") { Description = "The queue or skill there (default: the desk's own)." };
        return AdminCommand.Over(
            new("reassign", "Moves a conversation that a desk relays, or that waits in its queue, to another desk or queue.") { conversation, to, queue },
            async (admin, parsed, cancellationToken) =>
            {
                var address = $"conversation/reassign?address={Uri.EscapeDataString(parsed.GetRequiredValue(conversation))}&to={Uri.EscapeDataString(parsed.GetRequiredValue(to))}";
                address += parsed.GetValue(queue) is { } named ? $"&queue={Uri.EscapeDataString(named)}" : "";
                var moved = await admin.PostAsync(address, AdminJson.Default.Reassignment, cancellationToken);
                await Console.Out.WriteLineAsync(moved.Result == ReassignResult.Moved
                    ? $"'{moved.Connection}' has it now."
                    : $"The desk has not answered yet; until it does, '{moved.Connection}' has it. See it with 'spark conversation show'.");
                return ExitCode.Done;
            });
    }

    private static Command Release()
    {
        var conversation = Conversation();
        return AdminCommand.Over(
            new("release", "Gives a conversation that a desk holds, or that waits for one, back to the bot.") { conversation },
            async (admin, parsed, cancellationToken) =>
            {
                await admin.PostAsync($"conversation/release?address={Uri.EscapeDataString(parsed.GetRequiredValue(conversation))}", cancellationToken);
                await Console.Out.WriteLineAsync("The bot has it again, and has spoken.");
                return ExitCode.Done;
            });
    }

    private static Command Ticket()
    {
        var conversation = Conversation();
        var number = new Argument<string>("number") { Description = "The ticket's number, as people use it." };
        var state = new Option<string?>("--state") { Description = "The name of its state now, such as resolved." };
        var url = new Option<Uri?>("--url") { Description = "Where a person can see it." };
        return AdminCommand.Over(
            new("ticket", "Tells a conversation that its ticket has changed.") { conversation, number, state, url },
            async (admin, parsed, cancellationToken) =>
            {
                var news = new TicketRequest(parsed.GetRequiredValue(number), parsed.GetValue(state), parsed.GetValue(url));
                await admin.PostAsync($"conversation/ticket?address={Uri.EscapeDataString(parsed.GetRequiredValue(conversation))}", news, AdminJson.Default.TicketRequest, cancellationToken);
                await Console.Out.WriteLineAsync("The conversation has the news.");
                return ExitCode.Done;
            });
    }
}
