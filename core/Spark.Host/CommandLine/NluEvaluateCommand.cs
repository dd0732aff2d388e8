using System.CommandLine;
using Spark.Host.Understanding;
using Spark.Understanding.Intents;
using Spark.Understanding.Intents.Evaluation;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu evaluate</c>: how well a bot's examples hold together, and which do not.</summary>
internal static class NluEvaluateCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("from") { Description = "The folder of a bot, or a file of examples (CSV, Rasa's YAML)." };
        var language = new Option<string?>("--language") { Description = "The bot's language (default: the first one with examples)." };
        var folds = new Option<int>("--folds") { Description = "How many classifiers are trained, each on the others' part (default: 5).", DefaultValueFactory = _ => 5 };
        var json = new Option<bool>("--json") { Description = "Prints one JSON document." };
        var plugins = HostOptions.Plugins();
        var command = new Command("evaluate", "Judges each example by a classifier that has not seen it.") { from, language, folds, json, plugins };
        command.SetAction((parsed, cancellationToken) => NluCommand.RunAsync(async () =>
        {
            var examples = await ExampleSource.ReadAsync(
                parsed.GetRequiredValue(from), parsed.GetValue(language), parsed.GetValue(plugins), cancellationToken);
            var report = IntentEvaluation.Run(examples.Sentences, ClassifierSettings.Default, parsed.GetValue(folds), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(EvaluationPrinter.ToJson(report));
            }
            else
            {
                EvaluationPrinter.Print(Console.Out, report);
            }
        }));
        return command;
    }
}
