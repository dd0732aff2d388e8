using System.CommandLine;
using Spark.Host.Understanding;
using Spark.Understanding.Intents;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu export</c>: prints a bot's examples for other programs.</summary>
internal static class NluExportCommand
{
    private const string Csv = "csv";
    private const string Rasa = "rasa";

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of a bot." };
        var language = new Option<string?>("--language") { Description = "The bot's language (default: the first one with examples)." };
        var format = new Option<string>("--format") { Description = "csv (intent;expression) or rasa (YAML).", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, Rasa);
        var plugins = HostOptions.Plugins();
        var command = new Command("export", "Prints a bot's examples for other programs.") { folder, language, format, plugins };
        command.SetAction((parsed, cancellationToken) => NluCommand.RunAsync(async () =>
        {
            var groups = (await ExampleSource.BotAsync(parsed.GetRequiredValue(folder), parsed.GetValue(plugins), cancellationToken)).Examples;
            var chosen = parsed.GetValue(language) ?? groups.Select(group => group.Language).FirstOrDefault();
            var examples = groups
                .Where(group => string.Equals(group.Language, chosen, StringComparison.OrdinalIgnoreCase))
                .SelectMany(group => group.Expressions.Select(expression => new TrainingExample(expression, group.Intent)));
            if (parsed.GetValue(format) == Rasa)
            {
                RasaExamples.Write(Console.Out, examples);
            }
            else
            {
                ExampleTable.Write(Console.Out, examples);
            }
        }));
        return command;
    }
}
