using System.CommandLine;
using System.Globalization;
using Spark.Host.Understanding;
using Spark.Understanding.Intents;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu try</c>: what a text would be taken for, and why.</summary>
internal static class NluTryCommand
{
    private const int MostParts = 12;

    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "What somebody says." };
        var from = new Option<string>("--from") { Description = "The folder of a bot, or a file of examples (CSV, Rasa's YAML).", DefaultValueFactory = _ => "." };
        var language = new Option<string?>("--language") { Description = "The bot's language (default: the first one with examples)." };
        var explain = new Option<bool>("--explain") { Description = "Prints the parts of the text that decided." };
        var plugins = HostOptions.Plugins();
        var command = new Command("try", "Says what a text would be taken for, and why.") { text, from, language, explain, plugins };
        command.SetAction((parsed, cancellationToken) => NluCommand.RunAsync(async () =>
        {
            var examples = await ExampleSource.ReadAsync(
                parsed.GetRequiredValue(from), parsed.GetValue(language), parsed.GetValue(plugins), cancellationToken);
            var classifier = IntentClassifier.Train(examples, ClassifierSettings.Default);
            Print(classifier, parsed.GetRequiredValue(text), parsed.GetValue(explain));
        }));
        return command;
    }

    private static void Print(IntentClassifier classifier, string text, bool explain)
    {
        if (classifier.Classify(text) is not { } found)
        {
            Console.WriteLine("Nothing in the text is known.");
            return;
        }

        var verdict = found.Confidence >= IntentClassifier.DefaultThreshold ? "understood" : "not understood";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{verdict}: confidence {found.Confidence:0.00}, threshold {IntentClassifier.DefaultThreshold:0.00}"));
        foreach (var (intent, probability) in found.Intents)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {probability:0.000}  {intent}"));
        }

        foreach (var (part, weight) in explain ? classifier.Explain(text).Take(MostParts) : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {weight,+7:+0.000;-0.000}  {part}"));
        }
    }
}
