using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>The desk simulator as a process of its own, and its control API.</summary>
internal sealed class DeskSimulator : IAsyncDisposable
{
    public const string Token = "desk-token-of-the-test";
    public const string Secret = "desk-secret-of-the-test";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly ChildProcess process;
    private readonly HttpClient http;

    private DeskSimulator(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(90) };
    }

    public Uri Url { get; }

    public static async Task<DeskSimulator> StartAsync(int port, CancellationToken cancellationToken)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var child = ChildProcess.StartDotnet(
            Repository.Path("artifacts", "simulators", "desk", "desk-simulator.dll"),
            ["--urls", url.ToString(), "--token", Token, "--secret", Secret, "--exit-with-parent"]);
        await child.WaitForLineAsync("listening on", cancellationToken);
        return new(child, url);
    }

    /// <summary>Waits until the desk has a conversation of which something holds.</summary>
    public async Task<JsonNode> ConversationAsync(Func<JsonNode, bool> holds, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var all = JsonNode.Parse(await http.GetStringAsync(new Uri("/__sim/conversations", UriKind.Relative), cancellationToken))!.AsArray();
            if (all.FirstOrDefault(one => holds(one!)) is { } found)
            {
                return found;
            }

            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, $"the desk has {all.ToJsonString()}");
            await Task.Delay(Glance, cancellationToken);
        }
    }

    /// <summary>What the person said, in the order in which the desk got it.</summary>
    public static IReadOnlyList<string> Heard(JsonNode conversation) =>
        [.. conversation["messages"]!.AsArray().Where(message => (string?)message!["from"] == "contact").Select(message => (string)message!["text"]!)];

    /// <summary>Lets an agent do something: <c>join</c>, <c>say</c>, <c>type</c>, <c>close</c>.</summary>
    public async Task ActAsync(JsonNode conversation, string act, CancellationToken cancellationToken, string? text = null)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri($"/__sim/conversations/{(string)conversation["id"]!}/{act}", UriKind.Relative), new JsonObject { ["agent"] = "Ada", ["text"] = text }, cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{act}: {(int)response.StatusCode}");
    }

    /// <summary>Waits until so many of the desk's events were taken.</summary>
    public Task TakenAsync(JsonNode conversation, int events, CancellationToken cancellationToken) =>
        ConversationAsync(one => (string)one["id"]! == (string)conversation["id"]! && (int)one["taken"]! >= events, cancellationToken);

    /// <summary>Lets something go wrong.</summary>
    public async Task FaultAsync(JsonObject order, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(new Uri("/__sim/faults", UriKind.Relative), order, cancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }
}
