using System.CommandLine;
using Spark.Host.Understanding;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu import</c>: makes an <c>intents.yaml</c> of examples from elsewhere.</summary>
internal static class NluImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "CSV (intent;expression or text,category) or Rasa's YAML." };
        var language = new Option<string>("--language") { Description = "The language of the examples, such as nl.", Required = true };
        var command = new Command("import", "Prints an intents.yaml made of examples from elsewhere.") { file, language };
        command.SetAction((parsed, cancellationToken) => NluCommand.RunAsync(async () =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new InvalidDataException($"There is no file {path}.");
            }

            var examples = await ExampleSource.ReadAsync(path, language: null, plugins: null, cancellationToken);
            SparkExamples.Write(Console.Out, examples.Sentences, parsed.GetRequiredValue(language));
        }));
        return command;
    }
}
