using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>The ServiceNow simulator as a process of its own, and its control API.</summary>
internal sealed class ServiceNowSimulator : IAsyncDisposable
{
    public const string User = "spark.integration";
    public const string Password = "pa\"ss w/ö+rd of the test";

    private readonly ChildProcess process;
    private readonly HttpClient http;

    private ServiceNowSimulator(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Url { get; }

    public static async Task<ServiceNowSimulator> StartAsync(int port, CancellationToken cancellationToken)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var child = ChildProcess.StartDotnet(
            Repository.Path("artifacts", "simulators", "servicenow", "servicenow-simulator.dll"),
            ["--urls", url.ToString(), "--user", User, "--password", Password, "--exit-with-parent"]);
        await child.WaitForLineAsync("listening on", cancellationToken);
        return new(child, url);
    }

    /// <summary>The incidents, the newest first.</summary>
    public async Task<JsonArray> IncidentsAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri("/__sim/incidents", UriKind.Relative), cancellationToken))!;

    /// <summary>Lets the next request meet a fault.</summary>
    public async Task FailAsync(string kind, double delaySeconds, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("/__sim/faults", UriKind.Relative), new JsonObject { ["kind"] = kind, ["delaySeconds"] = delaySeconds }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Changes an incident, as an agent does.</summary>
    public async Task ChangeAsync(string sysId, JsonObject change, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"/__sim/incidents/{sysId}", UriKind.Relative), change, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }
}
