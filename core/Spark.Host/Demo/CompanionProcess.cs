using System.Diagnostics;

namespace Spark.Host.Demo;

/// <summary>
/// A program that runs beside the demo's host and ends with it: on a clean stop it is ended here, and when the host is killed its
/// standard input closes.
/// </summary>
internal sealed class CompanionProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(5);

    private readonly Process process;

    private CompanionProcess(Process process) => this.process = process;

    /// <summary>Starts the program and waits until its address answers.</summary>
    /// <exception cref="InvalidOperationException">It does not exist, ended at once, or does not answer in time.</exception>
    public static async Task<CompanionProcess> StartAsync(
        string name, string program, IReadOnlyList<string> arguments, Uri url, CancellationToken cancellationToken)
    {
        if (!File.Exists(program))
        {
            throw new InvalidOperationException($"SPK12003: {name}: there is no program {program}. Build the solution first: dotnet build.");
        }

        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var companion = new CompanionProcess(Process.Start(start) ?? throw new InvalidOperationException($"SPK12003: {name}: the program did not start."));
        var errors = new List<string>();
        companion.process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        companion.process.BeginErrorReadLine();
        companion.process.BeginOutputReadLine();
        var isReady = false;
        try
        {
            await companion.WaitUntilReadyAsync(name, url, errors, cancellationToken);
            isReady = true;
            return companion;
        }
        finally
        {
            if (!isReady)
            {
                await companion.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(EndWithin);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(string name, Uri url, List<string> errors, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadyWithin);
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await AnswersAsync(http, url, limit.Token))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"SPK12004: {name} ended at once: {string.Join(' ', errors)}");
                }

                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"SPK12004: {name} does not answer at {url} after {ReadyWithin.TotalSeconds:0} seconds.", late);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(url, cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Keep(List<string> lines, string? line)
    {
        const int most = 20;
        lock (lines)
        {
            if (line is not null && lines.Count < most)
            {
                lines.Add(line);
            }
        }
    }
}
