using System.Net;
using Spark.Tests;

namespace Spark.Faults.Tests.Support;

/// <summary>A host that disasters befall. It keeps its place (port, data folder, database) over its lives.</summary>
internal sealed class FaultHost(IStoreUnderTest store, string environment, string data) : IAsyncDisposable
{
    private const string TokenLine = "shown this once:";
    private const string FenceLine = "was silent for longer than its lease";

    private readonly int port = LoopbackPort.Free();
    private ChildProcess? process;
    private string token = "";
    private int lives;
    private int fencesOfFormerLives;

    public Uri Url => new($"http://127.0.0.1:{port}");

    /// <summary>What this life has printed.</summary>
    public string Output => process?.Output ?? "";

    public int ProcessId => process!.Id;

    /// <summary>How often it found, in all its lives, that it had been silent for longer than its lease: frozen by a test, or by its machine.</summary>
    public int Fences => fencesOfFormerLives + Output.Split('\n').Count(line => line.Contains(FenceLine, StringComparison.Ordinal));

    /// <summary>How often it has lost what it had in hand: with a life that another has followed, killed or not, and with a lease.</summary>
    public int Losses => Math.Max(lives - 1, 0) + Fences;

    /// <summary>The token that its first life has printed.</summary>
    public string Token => token;

    public async Task StartAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? variables = null)
    {
        lives++;
        process = ChildProcess.StartDotnet(
            Path.Combine(AppContext.BaseDirectory, "spark.dll"),
            [
                "run", "--environment", environment, "--data", data, "--urls", Url.ToString(),
                "--bots", Repository.Path("tests", "faults", "bots"), "--plugins", Repository.Path("artifacts", "test-plugins"),
                .. store.HostArguments,
            ],
            variables ?? new Dictionary<string, string>(StringComparer.Ordinal) { ["Node__Lease"] = "00:00:02" });
        await process.WaitForLineAsync("Spark is listening", cancellationToken);
        token = process.Output.Split('\n').FirstOrDefault(line => line.Contains(TokenLine, StringComparison.Ordinal))?.Split(TokenLine)[1].Trim() ?? token;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        await process!.DisposeAsync();
        fencesOfFormerLives = Fences;
        process = null;
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await AskToStopAsync();
        await EndAsync(cancellationToken);
    }

    /// <summary>Asks it to end.</summary>
    public Task AskToStopAsync() => process!.SignalAsync("TERM");

    /// <summary>Waits until it has ended by itself, as it should.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="within">How long it may take; null for three minutes.</param>
    /// <returns>What this life has printed.</returns>
    public async Task<string> EndAsync(CancellationToken cancellationToken, TimeSpan? within = null)
    {
        (await process!.WaitForExitAsync(cancellationToken, within)).ShouldBe(0, Output);
        var printed = Output;
        await KillAsync();
        return printed;
    }

    /// <summary>Asks for one of its health pages; null when nobody listens.</summary>
    public async Task<(HttpStatusCode Status, string Body)?> HealthAsync(string page, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(new Uri(Url, $"/health/{page}"), cancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until it takes no requests any more.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) =>
        Condition.HoldsAsync(async () => await HealthAsync("live", cancellationToken) is null);

    /// <summary>Freezes it for a while, in the middle of whatever it does.</summary>
    public async Task FreezeAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await process!.SignalAsync("STOP");
        await Task.Delay(time, cancellationToken);
        await process.SignalAsync("CONT");
    }

    /// <summary>Runs a command against this host, again and again until its output is as expected, and returns that.</summary>
    public async Task<string> RunCommandAsync(Func<string, bool> isExpected, CancellationToken cancellationToken, params string[] command)
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(3);
        while (true)
        {
            var (code, output) = await RunToEndAsync(cancellationToken, command);
            code.ShouldBe(0, output);
            if (isExpected(output))
            {
                return output;
            }

            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, output);
            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>Runs a command against this host, once.</summary>
    public async Task<(int Code, string Output)> RunToEndAsync(CancellationToken cancellationToken, params string[] command)
    {
        await using var run = ChildProcess.StartDotnet(
            Path.Combine(AppContext.BaseDirectory, "spark.dll"),
            [.. command, "--data", data, .. command is ["db", "restore", ..] ? [] : store.HostArguments],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["SPARK_ADMIN_TOKEN"] = token });
        return (await run.WaitForExitAsync(cancellationToken), run.Output);
    }

    /// <summary>Waits until it has found once more that it was silent for longer than its lease.</summary>
    /// <param name="before">How often it had found so before it was made silent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ExpectFenceAsync(int before, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        while (Fences <= before)
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, $"it has not found that it was silent, since it had {before} times:\n{Output}");
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>Waits until this life has printed something, and returns the line.</summary>
    public Task<string> ExpectAsync(string text, CancellationToken cancellationToken) => process!.WaitForLineAsync(text, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }
}
