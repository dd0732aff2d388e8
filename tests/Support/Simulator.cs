using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>The Sparkcentral simulator as a process of its own, and its control API.</summary>
internal sealed class Simulator : IAsyncDisposable
{
    /// <summary>The shared secret of the contract's test vectors.</summary>
    public const string Secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    public const string ClientId = "key-1";
    public const string ClientSecret = "rest-secret-of-the-test";

    private const int PatienceMilliseconds = 60_000;

    private readonly ChildProcess process;
    private readonly HttpClient http;

    private Simulator(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Url { get; }

    /// <summary>Starts the simulator of a virtual agent whose webhook is at the given address.</summary>
    public static async Task<Simulator> StartAsync(Uri webhook, int port, CancellationToken cancellationToken, string profile = "classic2019")
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var child = ChildProcess.StartDotnet(
            Repository.Path("artifacts", "simulators", "sparkcentral", "sparkcentral-simulator.dll"),
            [
                "--urls", url.ToString(), "--webhook", webhook.ToString(), "--secret", Secret, "--client-id", ClientId,
                "--client-secret", ClientSecret, "--topics", "IT support", "--profile", profile, "--exit-with-parent",
            ]);
        await child.WaitForLineAsync("listening on", cancellationToken);
        return new(child, url);
    }

    /// <summary>Writes as a contact, in a new conversation or a known one, and returns the conversation's id.</summary>
    public async Task<string> WriteAsync(string text, string? conversation, CancellationToken cancellationToken)
    {
        var message = new JsonObject { ["text"] = text };
        if (conversation is not null)
        {
            message["conversationId"] = conversation;
        }

        var sent = await PostAsync("/__sim/messages", message, cancellationToken);
        return sent["conversationId"]!.GetValue<string>();
    }

    /// <summary>Waits until the virtual agent has said so much in a conversation, and returns its texts.</summary>
    public async Task<IReadOnlyList<string>> RepliesAsync(string conversation, int count, CancellationToken cancellationToken)
    {
        var view = await GetAsync($"/__sim/conversations/{conversation}?waitForReplies={count}&timeoutMs={PatienceMilliseconds}", cancellationToken);
        return [.. view["messages"]!.AsArray()
            .Where(message => message!["from"]!.GetValue<string>() == "virtual-agent")
            .Select(message => message!["text"]!.GetValue<string>())];
    }

    /// <summary>Waits until a conversation lies in a queue, and returns it.</summary>
    public Task<JsonNode> InQueueAsync(string conversation, string queue, CancellationToken cancellationToken) =>
        GetAsync($"/__sim/conversations/{conversation}?waitForQueue={queue}&waitForOwner=none&timeoutMs={PatienceMilliseconds}", cancellationToken);

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
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
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
