using System.Net.Http.Json;
using System.Text.Json;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>A host with a web chat, some conversations that people have had, and no account yet.</summary>
internal sealed class CockpitHost : IAsyncDisposable
{
    private static readonly (string Person, string[] Lines)[] Stories =
    [
        ("Jo Peters", ["reset my password", "jo@acme.com", "yes"]),
        ("Mia Chen", ["the wifi does not work", "office", "yes", "no"]),
        ("Sam <script>alert(1)</script>", ["<img src=x onerror=alert(1)>", "=1+1"]),
        ("Noor Haddad", ["goodbye"]),
    ];

    private readonly SparkHost host;

    private CockpitHost(SparkHost host, Uri first)
    {
        this.host = host;
        First = first;
    }

    public Uri Url => host.Url;

    /// <summary>The link by which the first administrator is made.</summary>
    public Uri First { get; }

    public static async Task<CockpitHost> StartAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var environment = Path.Combine(folder.FullName, "environment.yaml");
        var port = LoopbackPort.Free();
        await File.WriteAllTextAsync(
            environment,
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              web: { plugin: web-chat, bot: it-support, settings: { secret: "a-secret-of-the-browser-tests" } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral, topics: [IT support] } }
            """,
            cancellationToken);
        var started = await SparkHost.StartAsync(environment, Path.Combine(folder.FullName, "data"), port, cancellationToken);
        var line = await started.WaitForLineAsync("/cockpit/first#", cancellationToken);
        return new(started, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()));
    }

    /// <summary>Lets people talk to the bot.</summary>
    public async Task TalkAsync(CancellationToken cancellationToken)
    {
        foreach (var (person, lines) in Stories)
        {
            await TalkAsync(person, lines, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task TalkAsync(string person, string[] lines, CancellationToken cancellationToken)
    {
        const string directLine = "/channels/web/v3/directline";
        var user = new { id = person, name = person };
        using var generated = await host.Http.PostAsJsonAsync($"{directLine}/tokens/generate", new { user }, cancellationToken);
        var token = await TextAsync(generated, "token", cancellationToken);
        using var begun = await SendAsync($"{directLine}/conversations", token, new { user }, cancellationToken);
        var conversation = await TextAsync(begun, "conversationId", cancellationToken);
        foreach (var text in lines)
        {
            using var sent = await SendAsync(
                $"{directLine}/conversations/{conversation}/activities", token, new { type = "message", from = user, text }, cancellationToken);
            sent.EnsureSuccessStatusCode();
        }
    }

    private async Task<HttpResponseMessage> SendAsync<T>(string path, string token, T body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", token);
        return await host.Http.SendAsync(request, cancellationToken);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string property, CancellationToken cancellationToken)
    {
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).GetProperty(property).GetString()!;
    }
}
