using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Files;
using Spark.Testing;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>A channel instance with its surroundings: requests go in as from the host, events are stored as by the host.</summary>
internal sealed class TestChannel : IDisposable
{
    public const string Secret = "0123456789abcdef";

    private readonly HttpClient http = new();

    public TestChannel(WebChatSettings? settings = null, string instance = "web", string? folder = null, ManualClock? clock = null, IFileCabinet? files = null)
    {
        Clock = clock ?? new ManualClock();
        Feed = new MemoryFeed(Clock);
        Channel = WebChatPlugin.Create(settings ?? Settings(), Services(instance, Feed, Clock, http) with { Files = files }, folder ?? AppContext.BaseDirectory);
    }

    public ManualClock Clock { get; }

    public MemoryFeed Feed { get; }

    public WebChatChannel Channel { get; }

    public static WebChatSettings Settings() => new() { Secret = Secret };

    public static ChannelServices Services(string instance, IConversationFeed feed, TimeProvider time, HttpClient http) => new()
    {
        InstanceId = instance,
        Feed = feed,
        Http = http,
        Time = time,
        Logs = NullLoggerFactory.Instance,
        PublicUrl = new Uri("https://spark.example"),
    };

    public static WebhookRequest Request(
        string method, string path, string? bearer = null, string body = "", string? watermark = null, params (string Name, string Value)[] headers)
    {
        var all = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (bearer is not null)
        {
            all["Authorization"] = $"Bearer {bearer}";
        }

        return new WebhookRequest
        {
            Method = method,
            Path = path,
            Headers = all,
            Query = watermark is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["watermark"] = watermark },
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = new ManualClock().GetUtcNow(),
        };
    }

    /// <summary>Sends a request and stores its events, as the host does before it answers.</summary>
    public async Task<WebhookReceipt> SendAsync(WebhookRequest request)
    {
        var receipt = await Channel.ReceiveAsync(request, TestContext.Current.CancellationToken);
        foreach (var inbound in receipt.Events)
        {
            Feed.Store(inbound);
        }

        return receipt;
    }

    public Task<WebhookReceipt> DirectLineAsync(string method, string path, string? bearer = null, string body = "", string? watermark = null) =>
        SendAsync(Request(method, $"v3/directline/{path}", bearer, body, watermark));

    /// <summary>A conversation that has been started, and its token.</summary>
    public async Task<(string Id, string Token)> StartAsync()
    {
        var token = (await DirectLineAsync("POST", "tokens/generate")).Json().GetProperty("token").GetString();
        var started = (await DirectLineAsync("POST", "conversations", token)).Json();
        return (started.GetProperty("conversationId").GetString()!, started.GetProperty("token").GetString()!);
    }

    public Task<WebhookReceipt> PostAsync((string Id, string Token) conversation, string activity) =>
        DirectLineAsync("POST", $"conversations/{conversation.Id}/activities", conversation.Token, activity);

    /// <summary>The activities of one read.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync((string Id, string Token) conversation, string? watermark = null)
    {
        var receipt = await DirectLineAsync("GET", $"conversations/{conversation.Id}/activities", conversation.Token, watermark: watermark);
        return [.. receipt.Json().GetProperty("activities").EnumerateArray()];
    }

    public void Dispose() => http.Dispose();
}
