namespace Spark.Tests;

/// <summary>The host as a process of its own, with an environment of the test's making.</summary>
internal sealed class SparkHost : IAsyncDisposable
{
    private readonly ChildProcess process;

    private SparkHost(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    /// <summary>All that the host has printed.</summary>
    public string Output => process.Output;

    /// <summary>Where the build puts the executable.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "spark.dll");

    public static async Task<SparkHost> StartAsync(
        string environment, string data, int port, CancellationToken cancellationToken, string? bots = null, string? plugins = null,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var child = ChildProcess.StartDotnet(
            Assembly,
            [
                "run", "--environment", environment, "--data", data, "--urls", url.ToString(),
                "--bots", bots ?? Repository.Path("bots"), "--plugins", plugins ?? Repository.Path("artifacts", "plugins"),
            ],
            variables);
        try
        {
            await child.WaitForLineAsync("Spark is listening", cancellationToken);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }

        return new(child, url);
    }

    /// <summary>Sends the host a signal, such as <c>STOP</c> or <c>CONT</c>.</summary>
    public Task SignalAsync(string signal) => process.SignalAsync(signal);

    /// <summary>Waits for a line with a text in it, from the beginning of the output on.</summary>
    public Task<string> WaitForLineAsync(string text, CancellationToken cancellationToken) => process.WaitForLineAsync(text, cancellationToken);

    /// <summary>Ends the host at once, as <c>kill -9</c> does.</summary>
    public Task KillAsync() => process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
    }
}
