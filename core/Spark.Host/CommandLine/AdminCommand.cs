using System.CommandLine;
using Spark.Host.Administration;
using Spark.Runtime;

namespace Spark.Host.CommandLine;

/// <summary>What commands over the admin API have in common: their options, and how they say what went wrong.</summary>
internal static class AdminCommand
{
    /// <summary>Completes a command.</summary>
    /// <param name="command">The command, with its own arguments and options.</param>
    /// <param name="run">What it does; returns the exit code.</param>
    /// <param name="alone">What it does where it needs neither host nor database, and its exit code; null where it does. Null for a command that always does.</param>
    public static Command Over(
        Command command, Func<AdminConnection, ParseResult, CancellationToken, Task<int>> run, Func<ParseResult, CancellationToken, Task<int?>>? alone = null)
    {
        var options = new AdminOptions();
        options.AddTo(command).SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            if (alone is not null && await alone(parsed, cancellationToken) is { } done)
            {
                return done;
            }

            await using var connection = await AdminConnection.OpenAsync(options.Read(parsed), cancellationToken);
            return await run(connection, parsed, cancellationToken);
        }));
        return command;
    }

    /// <summary>Prints what only the operator can mend.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperatorException problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message}");
            return ExitCode.Error;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"SPK12019: {problem.Message}");
            return ExitCode.Error;
        }
    }
}
