using System.Diagnostics;

namespace Spark.Cockpit.Tests.Designer;

/// <summary>Runs a script in Node.</summary>
internal static class Node
{
    /// <returns>The exit code, and all that it printed.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new("node", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
