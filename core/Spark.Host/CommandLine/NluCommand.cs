using System.CommandLine;

namespace Spark.Host.CommandLine;

/// <summary><c>spark nlu</c>: what a bot understands, tried and measured.</summary>
internal static class NluCommand
{
    public static Command Create() => new("nlu", "What a bot understands: tried, measured, carried over.")
    {
        NluTryCommand.Create(),
        NluParseCommand.Create(),
        NluEvaluateCommand.Create(),
        NluBenchmarkCommand.Create(),
        NluImportCommand.Create(),
        NluExportCommand.Create(),
    };

    /// <summary>Runs a command; what is wrong with its input is told in a sentence.</summary>
    public static async Task<int> RunAsync(Func<Task> command)
    {
        try
        {
            await command();
            return ExitCode.Done;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Error;
        }
    }
}
