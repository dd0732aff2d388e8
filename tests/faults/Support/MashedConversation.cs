using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Faults.Tests.Support;

/// <summary>A conversation of somebody who writes again and again, over a channel that delivers some of it twice.</summary>
internal sealed class MashedConversation
{
    public const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly HttpClient http;
    private readonly string id;
    private readonly List<string> answers = [];
    private string? watermark;
    private int sent;
    private int repeated;

    private MashedConversation(HttpClient http, string id)
    {
        this.http = http;
        this.id = id;
    }

    /// <summary>How many messages were accepted.</summary>
    public int Sent => sent;

    /// <summary>How many of them were delivered a second time.</summary>
    public int Repeated => repeated;

    public static async Task<MashedConversation> BeginAsync(Uri host, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = host };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = await client.PostAsync(new Uri("/channels/web/v3/directline/conversations", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var begun = (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", begun["token"]!.GetValue<string>());
        return new(client, begun["conversationId"]!.GetValue<string>());
    }

    /// <summary>Writes so many messages at once; every second one arrives twice.</summary>
    public Task MashAsync(int count, CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
    {
        var message = Message($"Open a ticket, {number}!");
        await PostAsync(message, cancellationToken);
        Interlocked.Increment(ref sent);
        if (number % 2 == 0)
        {
            await PostAsync(message, cancellationToken);
            Interlocked.Increment(ref repeated);
        }
    }));

    /// <summary>Writes once more, and gives what is said last, when every message is answered: the greeting is one more.</summary>
    public async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await PostAsync(Message("And now?"), limit.Token);
        Interlocked.Increment(ref sent);
        while (true)
        {
            if (await AnswersAsync(limit.Token) is { } said && said.Count > Sent)
            {
                return said[^1];
            }

            await Task.Delay(200, limit.Token);
        }
    }

    // A page at a time: what was read stays read.
    private async Task<List<string>> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var isMore = true; isMore;)
            {
                var page = await http.GetFromJsonAsync<JsonNode>(
                    new Uri($"/channels/web/v3/directline/conversations/{id}/activities{(watermark is null ? "" : $"?watermark={watermark}")}", UriKind.Relative), cancellationToken);
                var activities = page!["activities"]!.AsArray();
                answers.AddRange(activities
                    .Where(activity => (string?)activity!["type"] == "message" && (string?)activity["from"]!["role"] == "bot")
                    .Select(activity => (string?)activity!["text"] ?? ""));
                (isMore, watermark) = (activities.Count > 0, (string?)page["watermark"] ?? watermark);
            }
        }
        catch (HttpRequestException)
        {
            // The host is dead for a moment.
        }

        return answers;
    }

    private static JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = "somebody" },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString("N") },
    };

    // Sent until it is accepted, as a client does that sees no answer.
    private async Task PostAsync(JsonObject message, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var answer = await http.PostAsJsonAsync(
                    new Uri($"/channels/web/v3/directline/conversations/{id}/activities", UriKind.Relative), message, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The host is dead for a moment.
            }

            await Task.Delay(100, cancellationToken);
        }
    }
}
