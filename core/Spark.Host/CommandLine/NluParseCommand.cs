using System.CommandLine;
using Spark.Host.Understanding;

namespace Spark.Host.CommandLine;

/// <summary>
/// <c>spark nlu parse</c>: finds the system entities of texts. Reads one JSON object a line (<c>text</c>, <c>language</c>,
/// <c>now</c>, <c>zone</c>) and writes one a line (<c>language</c>, <c>entities</c>).
/// </summary>
internal static class NluParseCommand
{
    public static Command Create()
    {
        var command = new Command("parse", "Finds numbers, amounts, moments and the like: one JSON object a line in, one out.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var lines = new EntityLines(TimeProvider.System);
            return await lines.RunAsync(Console.In, Console.Out, cancellationToken) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
