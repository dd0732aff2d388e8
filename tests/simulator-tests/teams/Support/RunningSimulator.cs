using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Hosting;

namespace Spark.Simulators.Teams.Tests.Support;

/// <summary>The simulator, and a bot that records what it hears and answers by script: the last line repeats.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    private readonly WebApplication simulator;
    private readonly WebApplication bot;
    private readonly HttpClient http = new();
    private int heard;

    private RunningSimulator(WebApplication simulator, WebApplication bot)
    {
        this.simulator = simulator;
        this.bot = bot;
    }

    public ConcurrentQueue<(JsonNode Activity, string? Authorization)> Heard { get; } = new();

    public IReadOnlyList<int> Statuses { get; set; } = [200];

    public Uri Url => new(simulator.Urls.Single());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RunningSimulator> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var far = builder.Build();
        RunningSimulator running = null!;
        far.MapPost("/api/messages", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            running.Heard.Enqueue((JsonNode.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted))!, request.Headers.Authorization));
            return Results.StatusCode(running.Statuses[Math.Min(Interlocked.Increment(ref running.heard) - 1, running.Statuses.Count - 1)]);
        });
        await far.StartAsync(Token);
        var program = SimulatorApplication.Build(
            new SimulatorOptions { Urls = "http://127.0.0.1:0", Bot = new Uri($"{far.Urls.Single()}/api/messages"), ClientSecret = "secret" }, clock ?? TimeProvider.System);
        running = new(program, far);
        await program.StartAsync(Token);
        return running;
    }

    public async Task<JsonNode> ControlAsync(string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(new Uri(Url, $"/__sim/{path}"), body, Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(Url, path), Token))!;

    /// <summary>Asks for the bot's token.</summary>
    public async Task<(int Status, JsonNode Body)> TokenAsync(string secret = "secret", string grant = "client_credentials", string scope = "https://api.botframework.com/.default")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = grant, ["client_id"] = new SimulatorOptions().AppId, ["client_secret"] = secret, ["scope"] = scope,
        });
        using var response = await http.PostAsync(new Uri(Url, "/tenant/oauth2/v2.0/token"), form, Token);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!);
    }

    /// <summary>Calls the Connector with the bot's token, or another.</summary>
    public async Task<(HttpResponseMessage Response, string Body)> CallAsync(HttpMethod method, string path, JsonObject? body, string? token = null)
    {
        token ??= (await TokenAsync()).Body["access_token"]!.GetValue<string>();
        using var request = new HttpRequestMessage(method, new Uri(Url, $"/teams/v3/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var response = await http.SendAsync(request, Token);
        return (response, await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>Waits until the bot has heard so much.</summary>
    public async Task HeardAsync(int count)
    {
        for (var i = 0; i < 6_000 && Heard.Count < count; i++)
        {
            await Task.Delay(10, Token);
        }

        Heard.Count.ShouldBeGreaterThanOrEqualTo(count);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await simulator.DisposeAsync();
        await bot.DisposeAsync();
    }
}
