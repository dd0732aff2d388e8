using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Spark.Tests;

/// <summary>A program that a test starts, reads and ends. It is killed when the test is over, however it went.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> waiting = [];

    private ChildProcess(Process process) => this.process = process;

    /// <summary>All that the program has printed so far, errors included.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public int Id => process.Id;

    /// <summary>Starts a .NET program by its assembly.</summary>
    public static ChildProcess StartDotnet(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Plugins have ten seconds each to start. That is for those that hang, and none of these does.
        start.Environment["PluginLimits__StartWithin"] = "00:01:00";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) => child.Take(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Take(line.Data);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until the program prints a line that holds a text, and returns the line.</summary>
    public async Task<string> WaitForLineAsync(string text, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output)
        {
            var line = output.ToString().Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
            if (line is not null)
            {
                return line;
            }

            waiting.Add((line => line.Contains(text, StringComparison.Ordinal), found));
        }

        var ended = process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(found.Task, ended).WaitAsync(Patience, cancellationToken) == ended && !found.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The program ended ({process.ExitCode}) before it said '{text}':\n{Output}");
        }

        return await found.Task;
    }

    /// <summary>Waits until the program has ended by itself, and returns its exit code.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="within">How long it may take; null for three minutes.</param>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken, TimeSpan? within = null)
    {
        await process.WaitForExitAsync(cancellationToken).WaitAsync(within ?? Patience, cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Ends the program at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Sends the program a signal, such as <c>STOP</c>, <c>CONT</c> or <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        List<TaskCompletionSource<string>> found;
        lock (output)
        {
            output.Append(line).Append('\n');
            found = [.. waiting.Where(wait => wait.Matches(line)).Select(wait => wait.Found)];
            waiting.RemoveAll(wait => wait.Matches(line));
        }

        foreach (var wait in found)
        {
            wait.TrySetResult(line);
        }
    }
}
