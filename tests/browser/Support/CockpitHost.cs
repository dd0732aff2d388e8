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
    private bool hasTalked;

    private CockpitHost(SparkHost host, Uri first, int friend)
    {
        this.host = host;
        First = first;
        FriendPort = friend;
    }

    public Uri Url => host.Url;

    /// <summary>The port on <c>localhost</c> at which a site may show the chat.</summary>
    public int FriendPort { get; }

    /// <summary>The link by which the first administrator is made.</summary>
    public Uri First { get; }

    public static async Task<CockpitHost> StartAsync(DirectoryInfo folder, CancellationToken cancellationToken, string signIn = "")
    {
        var environment = Path.Combine(folder.FullName, "environment.yaml");
        var port = LoopbackPort.Free();
        var friend = LoopbackPort.Free();
        await File.WriteAllTextAsync(
            environment,
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              web: { plugin: web-chat, bot: it-support, settings: { secret: "a-secret-of-the-browser-tests", allowedOrigins: ["http://localhost:{{friend}}"] } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral, topics: [IT support] } }
            {{signIn}}
            """,
            cancellationToken);
        var started = await SparkHost.StartAsync(
            environment, Path.Combine(folder.FullName, "data"), port, cancellationToken, variables: new Dictionary<string, string> { ["SPARK_AllowPluginInstall"] = "true" });
        var line = await started.WaitForLineAsync("/cockpit/first#", cancellationToken);
        return new(started, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()), friend);
    }

    /// <summary>Lets people talk to the bot, once.</summary>
    public async Task TalkAsync(CancellationToken cancellationToken)
    {
        if (hasTalked)
        {
            return;
        }

        hasTalked = true;
        foreach (var (person, lines) in Stories)
        {
            _ = await TalkAsync(person, lines, cancellationToken);
        }
    }

    /// <summary>Begins a conversation of somebody, and gives what writes and reads in it.</summary>
    public async Task<CockpitVisitor> VisitAsync(string person, string text, CancellationToken cancellationToken)
    {
        var (token, conversation) = await TalkAsync(person, [text], cancellationToken);
        return new(host.Http, token, conversation, person);
    }

    /// <summary>Lets somebody talk to the bot.</summary>
    /// <returns>What writes and reads in the conversation, and its id.</returns>
    public async Task<(string Token, string Conversation)> TalkAsync(string person, string[] lines, CancellationToken cancellationToken)
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

        return (token, conversation);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

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
