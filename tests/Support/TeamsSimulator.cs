using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>The Teams simulator as a process of its own, and its control API.</summary>
internal sealed class TeamsSimulator : IAsyncDisposable
{
    public const string AppId = "7f4b1a9e-2d7c-4f60-9a39-0a8a7a1f5c11";
    public const string ClientSecret = "bot-secret-of-the-test";
    public const string Tenant = "11111111-2222-4333-8444-555555555555";

    private readonly ChildProcess process;
    private readonly HttpClient http;

    private TeamsSimulator(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Url { get; }

    /// <summary>The channel of an environment that this simulator calls.</summary>
    /// <param name="bot">The bot's id.</param>
    /// <param name="proof">The setting by which the bot proves itself.</param>
    public string Channel(string bot, string proof = $"clientSecret: {ClientSecret}") => $$"""
          teams:
            plugin: teams
            bot: {{bot}}
            paths: [/api/messages]
            allowPrivate: true
            settings:
              appId: {{AppId}}
              {{proof}}
              tenants: [{{Tenant}}]
              channelMetadataUrl: {{Url}}v1/.well-known/openidconfiguration
              loginUrl: {{Url}}
              serviceHosts: ["{{Url}}"]
        """;

    /// <summary>Starts the simulator for a bot at the given address.</summary>
    public static async Task<TeamsSimulator> StartAsync(Uri bot, int port, CancellationToken cancellationToken, string? certificateFile = null)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var child = ChildProcess.StartDotnet(
            Repository.Path("artifacts", "simulators", "teams", "teams-simulator.dll"),
            [
                "--urls", url.ToString().TrimEnd('/'), "--bot", bot.ToString(), "--app-id", AppId, "--client-secret", ClientSecret, "--tenant", Tenant,
                "--bot-name", "IT assistant", "--exit-with-parent", .. certificateFile is null ? Array.Empty<string>() : ["--certificate-file", certificateFile],
            ]);
        await child.WaitForLineAsync("listening on", cancellationToken);
        return new(child, url);
    }

    /// <summary>Writes as somebody, in the personal chat.</summary>
    public Task<JsonNode> WriteAsync(string person, string text, CancellationToken cancellationToken) =>
        PostAsync("messages", new JsonObject { ["person"] = person, ["text"] = text }, cancellationToken);

    /// <summary>Waits until the bot has said so much to somebody, and returns its messages.</summary>
    public async Task<IReadOnlyList<JsonNode>> RepliesAsync(string person, int count, CancellationToken cancellationToken, int updates = 0)
    {
        var view = await GetAsync($"conversations?id={person}&replies={count}&updates={updates}", cancellationToken);
        return [.. view["messages"]!.AsArray().Where(message => message!["from"]!.GetValue<string>() == "bot").Select(message => message!)];
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/__sim/{path}", UriKind.Relative), cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"/__sim/{path}", UriKind.Relative), body, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
