using System.CommandLine;
using Spark.Host.Understanding;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu benchmark</c>: trains on one table with the defaults, classifies another, and prints one JSON line.</summary>
internal static class NluBenchmarkCommand
{
    public static Command Create()
    {
        var train = new Option<string>("--train") { Description = "A CSV file with the columns text,category.", Required = true };
        var test = new Option<string>("--test") { Description = "Another one.", Required = true };
        var oos = new Option<string?>("--oos") { Description = "The category of sentences that mean none of the intents." };
        var seed = new Option<long>("--seed") { Description = "What chance starts from (default: 1).", DefaultValueFactory = _ => 1 };
        var command = new Command("benchmark", "Trains and tests on CSV files, and prints one JSON line.") { train, test, oos, seed };
        command.SetAction((parsed, _) => NluCommand.RunAsync(async () =>
        {
            var result = IntentBenchmark.Run(
                ExampleTable.Read(parsed.GetRequiredValue(train)),
                ExampleTable.Read(parsed.GetRequiredValue(test)),
                parsed.GetValue(oos),
                parsed.GetValue(seed));
            await Console.Out.WriteLineAsync(result.ToJson());
        }));
        return command;
    }
}
