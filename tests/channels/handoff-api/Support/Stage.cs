using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Spark.Tests;

namespace Spark.Channels.HandoffApi.Tests.Support;

/// <summary>A host with a Handoff API whose target is a channel that reaches people, the far side of that, and an API client.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("spark-handoff-").FullName;
    private Connector connector = null!;
    private SparkHost host = null!;
    private string adminToken = "";

    internal Connector Connector => connector;

    internal SparkHost Host => host;

    internal Uri Url => host.Url;

    internal string ClientId { get; private set; } = "";

    internal string Secret { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        connector = await Connector.StartAsync();
        var port = LoopbackPort.Free();
        host = await StartAsync(port, "none", "none");
        adminToken = host.Output.Split('\n').Single(line => line.Contains("shown this once", StringComparison.Ordinal)).Split(": ")[^1].Trim();
        SignIn();
        (ClientId, Secret) = await CreateClientAsync("Ask Me", "contoso.com");

        // The connection of the other direction needs the client's secret, which only a running host makes.
        await host.DisposeAsync();
        host = await StartAsync(port, ClientId, Secret);
        SignIn();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal async Task<(string Id, string Secret)> CreateClientAsync(string name, params string[] domains)
    {
        var answer = await AdminAsync("api-clients", new { name, permissions = new[] { "spark-api" }, upnDomains = domains });
        return (answer.GetProperty("clientId").GetString()!, answer.GetProperty("secret").GetString()!);
    }

    internal async Task<JsonElement> AdminAsync(string address, object? body = null)
    {
        using var response = body is null
            ? await host.Http.GetAsync(new Uri("api/admin/" + address, UriKind.Relative))
            : await host.Http.PostAsJsonAsync("api/admin/" + address, body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return response.Content.Headers.ContentLength > 0 || response.Content.Headers.ContentType is not null
            ? await response.Content.ReadFromJsonAsync<JsonElement>()
            : default;
    }

    /// <summary>Asks for a token as clients in use do.</summary>
    internal Task<RawAnswer> AskTokenAsync(string id, string secret, string form = "grant_type=client_credentials&scope=service%3Aintegration", string path = "/oauth2/default/v1/token") =>
        RawHttp.PostAsync(
            Url,
            path,
            Encoding.ASCII.GetBytes(form),
            ("Authorization", Ascii("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")))),
            ("Content-Type", Ascii("application/x-www-form-urlencoded")));

    internal async Task<string> TokenAsync(string? id = null, string? secret = null)
    {
        var answer = await AskTokenAsync(id ?? ClientId, secret ?? Secret);
        answer.Status.ShouldBe(200, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>Hands over as clients in use do.</summary>
    internal Task<RawAnswer> HandAsync(string token, string upn, string body, params (string Name, string Value)[] more) =>
        HandAsync(token, Encoding.UTF8.GetBytes(upn), body, "/api/v1/spark/handoff", more);

    internal Task<RawAnswer> HandAsync(string token, byte[] upn, string body, string path = "/api/v1/spark/handoff", params (string Name, string Value)[] more) =>
        RawHttp.PostAsync(
            Url,
            path,
            Encoding.UTF8.GetBytes(body),
            [
                ("Authorization", Ascii("Bearer " + token)),
                ("Content-Type", Ascii("application/json")),
                ("User-Principal-Name", upn),
                .. more.Select(header => (header.Name, Ascii(header.Value))),
            ]);

    /// <summary>The employee writes on a channel.</summary>
    internal async Task SayAsync(string conversation, string text, string channel = "teams")
    {
        var activity = new
        {
            type = "message",
            id = Guid.NewGuid().ToString("N"),
            from = new { id = "29:" + conversation[2..], name = conversation[2..] },
            conversation = new { id = conversation },
            text,
        };
        using var response = await host.Http.PostAsJsonAsync($"channels/{channel}/", activity);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    internal static string Body(string text) => JsonSerializer.Serialize(new { message = new { parts = new[] { new { type = "TEXT", text } } } });

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private void SignIn() => host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminToken);

    private async Task<SparkHost> StartAsync(int port, string id, string secret)
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(data, "secrets", "handoff"), secret);
        var environment = Path.Combine(folder, "environment.yaml");
        await File.WriteAllTextAsync(environment, $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              teams: { plugin: wire, bot: desk, paths: [/api/messages], allowPrivate: true, settings: { serviceUrl: "{{connector.Url}}" } }
              chat: { plugin: wire, bot: desk, allowPrivate: true, settings: { serviceUrl: "{{connector.Url}}" } }
              handoff: { plugin: handoff-api, bot: desk, paths: [/oauth2/default/v1/token, /api/v1/spark/handoff, /api/v1/token], settings: { target: teams } }
              nowhere: { plugin: handoff-api, bot: desk, settings: { target: gone } }
              loop: { plugin: handoff-api, bot: desk, settings: { target: handoff } }
            connections:
              elsewhere: { plugin: handoff-api, allowPrivate: true, settings: { tokenUrl: "http://127.0.0.1:{{port}}/oauth2/default/v1/token", handoffUrl: "http://127.0.0.1:{{port}}/api/v1/spark/handoff", clientId: "{{id}}", clientSecret: "file:handoff" } }
            """);
        var plugins = Path.Combine(folder, "plugins");
        Install(plugins, "test-plugins", "channel/wire");
        Install(plugins, "plugins", "channel/handoff-api");
        Install(plugins, "plugins", "offload-provider/handoff-api");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await SparkHost.StartAsync(
            environment, data, port, patience.Token, bots: Path.Combine(Repository.Path("tests"), "channels", "handoff-api", "bots"), plugins: plugins);
    }

    // The plugins of tests lie apart from those of the product; a host is given one folder.
    private static void Install(string plugins, string root, string plugin)
    {
        var from = Repository.Path("artifacts", root, plugin);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(plugins, plugin, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }
}
