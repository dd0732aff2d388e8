using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;

namespace Spark.Host.CommandLine;

/// <summary><c>spark new</c>: something to begin with.</summary>
internal static class NewCommand
{
    public static Command Create() => new("new", "Writes something to begin with.") { Bot() };

    private static Command Bot()
    {
        var name = new Argument<string>("name") { Description = "The bot's id: lower case, digits and hyphens." };
        var to = new Option<string?>("--to") { Description = "The folder to make; it must be empty or not there (default: the bot's id)." };
        var command = new Command("bot", "Writes a bot that greets, with its test.") { name, to };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var id = parsed.GetRequiredValue(name);
            var folder = parsed.GetValue(to) ?? id;
            var files = NewBot.Files(id);

            // What an id is, the checker knows.
            var reading = BotReader.Read(new(id, files), new());
            if (reading.Bot is null)
            {
                FindingPrinter.Print(Console.Error, id, reading.Findings);
                return ExitCode.Failed;
            }

            await NewBot.WriteAsync(files, folder, cancellationToken);
            await Console.Out.WriteLineAsync($"""
                {folder}: {files.Count} files. Now:
                    spark check {folder}     says what is wrong with it
                    spark chat {folder}      talks to it
                    spark test {folder}      plays its tests
                docs/designing-a-bot.md goes on from here.
                """);
            return ExitCode.Done;
        }));
        return command;
    }
}
