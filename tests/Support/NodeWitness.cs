using System.Diagnostics;

namespace Spark.Tests;

/// <summary>Microsoft's own packages on Node, which nobody here wrote. They are fetched once and kept under the artifacts.</summary>
internal sealed class NodeWitness(string package, string version)
{
    public const string Missing = "Node with npm and a registry is needed to ask Microsoft's own packages.";

    private readonly string folder = Path.Combine(AppContext.BaseDirectory, $"{package}-{version}");

    /// <summary>Runs a script with one line of input.</summary>
    /// <returns>What it prints; null when there is no Node or no registry.</returns>
    public async Task<string?> AskAsync(string script, string input, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package))
            && await RunAsync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", $"{package}@{version}"], cancellationToken) is null)
        {
            return null;
        }

        var program = Path.Combine(folder, $"{Guid.NewGuid():N}.cjs");
        await File.WriteAllTextAsync(program, script, cancellationToken);
        await File.WriteAllTextAsync($"{program}.json", input, cancellationToken);
        var answer = await RunAsync("node", [program, $"{program}.json"], cancellationToken)
            ?? throw new InvalidOperationException($"{program} failed; what it said stands above.");
        File.Delete(program);
        File.Delete($"{program}.json");
        return answer;
    }

    private async Task<string?> RunAsync(string name, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The program is not installed.
            return null;
        }
    }
}
