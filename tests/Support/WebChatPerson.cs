using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>Somebody who chats on the web: repeats what got no answer, under the same reference, as Web Chat does.</summary>
internal sealed class WebChatPerson : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http;
    private readonly string conversation;

    private WebChatPerson(HttpClient http, string conversation)
    {
        this.http = http;
        this.conversation = conversation;
    }

    /// <summary>The conversation, as operators name it.</summary>
    public string Address => $"web/{conversation}";

    public static async Task<WebChatPerson> StartAsync(Uri host, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = new(host, "/channels/web/v3/directline/"), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RelayBot.WebSecret);
        using var response = await client.PostAsJsonAsync(new Uri("conversations", UriKind.Relative), new JsonObject { ["locale"] = "en" }, cancellationToken);
        var started = (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)started["token"]!);
        return new(client, (string)started["conversationId"]!);
    }

    /// <summary>Says something, until it is acknowledged.</summary>
    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "me" },
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString() },
        };
        while (true)
        {
            try
            {
                using var response = await http.PostAsJsonAsync(new Uri($"conversations/{conversation}/activities", UriKind.Relative), activity, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The host is away.
            }

            await Task.Delay(Glance, cancellationToken);
        }
    }

    /// <summary>Everything that was said to the person so far.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        for (var watermark = "0"; ;)
        {
            var page = (await http.GetFromJsonAsync<JsonObject>(new Uri($"conversations/{conversation}/activities?watermark={watermark}", UriKind.Relative), cancellationToken))!;
            var activities = page["activities"]!.AsArray();
            texts.AddRange(activities
                .Where(activity => (string?)activity!["type"] == "message" && (string?)activity["from"]!["role"] == "bot")
                .Select(activity => (string?)activity!["text"] ?? ""));
            var next = (string)page["watermark"]!;
            if (next == watermark || activities.Count == 0)
            {
                return texts;
            }

            watermark = next;
        }
    }

    /// <summary>Waits until something holds of what was said to the person.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(Func<IReadOnlyList<string>, bool> holds, CancellationToken cancellationToken)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            IReadOnlyList<string> texts;
            try
            {
                texts = await ReadAsync(cancellationToken);
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                texts = [];
            }

            if (holds(texts))
            {
                return texts;
            }

            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, string.Join('\n', texts));
            await Task.Delay(Glance, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();
}
