using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace Spark.Faults.Tests.Support;

/// <summary>
/// People who write, each in a conversation of their own and one message after the other. A message is repeated, with its id, until it is
/// acknowledged; some are sent twice at once, as channels do. They read the answer before they go on: what is written while the bot acts
/// answers no question that it asks afterwards.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>Longer than a host is ever away: who waits for this long waits for a message that was set aside.</summary>
    private static readonly TimeSpan MostListening = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeRepeating = TimeSpan.FromMilliseconds(30);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly FarSide farSide;
    private readonly IReadOnlyList<Uri> nodes;
    private readonly Func<int, string> words;
    private readonly CancellationTokenSource leaving = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> acknowledged = new(StringComparer.Ordinal);
    private readonly List<Task> people = [];
    private readonly ConcurrentDictionary<string, int> waiting = new(StringComparer.Ordinal);
    private int underWay;
    private int posts;
    private volatile bool isQuiet;

    public Crowd(FarSide farSide, IReadOnlyList<Uri> nodes, int people, Func<int, string> words)
    {
        this.farSide = farSide;
        this.nodes = nodes;
        this.words = words;
        for (var i = 0; i < people; i++)
        {
            var conversation = $"a:person-{i}";
            acknowledged[conversation] = new();
            this.people.Add(Task.Run(() => WriteAsync(conversation)));
        }
    }

    /// <summary>The texts that were acknowledged, in their order, by conversation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Acknowledged =>
        acknowledged.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value], StringComparer.Ordinal);

    /// <summary>How many requests to a host are open. A message whose next try is waited for is in nobody's hands.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>How many requests were made, repetitions included.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>Lets everybody finish the message in hand and write no other.</summary>
    public async Task FallSilentAsync()
    {
        isQuiet = true;
        var all = Task.WhenAll(people);
        await Task.WhenAny(all, Task.Delay(Patience));
        all.IsCompletedSuccessfully.ShouldBeTrue($"these wait for an answer: {string.Join(", ", waiting.Keys)}");
    }

    /// <summary>Writes one more message in a conversation, and returns when it is acknowledged.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="text">What is written.</param>
    /// <param name="node">The host that is asked first.</param>
    public async Task SayAsync(string conversation, string text, int node = 0)
    {
        await DeliverAsync(conversation, text, node);
        acknowledged[conversation].Enqueue(text);
    }

    /// <summary>Writes it once, to the first host, and returns how that was answered, whatever it was.</summary>
    public Task<HttpResponseMessage> TryAsync(string conversation, string text) => PostAsync(nodes[0], ActivityOf(conversation, text));

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        try
        {
            await Task.WhenAll(people);
        }
        catch (OperationCanceledException)
        {
            // The test has failed before everybody was through.
        }

        http.Dispose();
        leaving.Dispose();
    }

    private async Task WriteAsync(string conversation)
    {
        var random = new Random(conversation.GetHashCode(StringComparison.Ordinal));
        for (var number = 1; !isQuiet; number++)
        {
            var text = $"{words(number)} {conversation[9..]}.{number}";
            await SendAsync(conversation, text, random, isDoubled: random.Next(10) == 0);
            await HearAsync(conversation, number);
        }
    }

    private async Task HearAsync(string conversation, int questions)
    {
        waiting[conversation] = questions;
        for (var left = MostListening; left > TimeSpan.Zero && farSide.Count(conversation, "Next?") < questions; left -= Glance)
        {
            await Task.Delay(Glance, leaving.Token);
        }

        waiting.TryRemove(conversation, out _);
    }

    private async Task SendAsync(string conversation, string text, Random random, bool isDoubled)
    {
        var first = DeliverAsync(conversation, text, random.Next(nodes.Count));
        var second = isDoubled ? DeliverAsync(conversation, text, random.Next(nodes.Count)) : first;
        await Task.WhenAll(first, second);
        acknowledged[conversation].Enqueue(text);
    }

    private async Task DeliverAsync(string conversation, string text, int node)
    {
        var activity = ActivityOf(conversation, text);
        for (; ; node++)
        {
            try
            {
                using var response = await PostAsync(nodes[node % nodes.Count], activity);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                {
                    throw new InvalidOperationException($"A host answered {(int)response.StatusCode} to '{text}'.");
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException && !leaving.IsCancellationRequested)
            {
                // The host is away: the channel repeats.
            }

            await Task.Delay(BeforeRepeating, leaving.Token);
        }
    }

    private object ActivityOf(string conversation, string text) => new
    {
        type = "message",
        id = $"{conversation}/{text}",
        timestamp = TimeProvider.System.GetUtcNow(),
        channelId = "msteams",
        serviceUrl = farSide.Url,
        from = new { id = "29:" + conversation, name = conversation },
        recipient = new { id = "28:bot", name = "Bot" },
        conversation = new { id = conversation, conversationType = "personal" },
        textFormat = "plain",
        locale = "en-US",
        text,
    };

    private async Task<HttpResponseMessage> PostAsync(Uri node, object activity)
    {
        Interlocked.Increment(ref posts);
        Interlocked.Increment(ref underWay);
        try
        {
            return await http.PostAsJsonAsync(new Uri(node, "/api/messages"), activity, leaving.Token);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}
