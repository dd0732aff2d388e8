using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spark.Scenarios.Tests.Support;

/// <summary>
/// What a bot meets of Microsoft's Agents Playground, by what was captured of its traffic: the activities it sends, several at the same
/// time and again with every page, and its connector. The Playground itself is not here: its licence is for evaluation by hand.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    // Neither is a GUID: the last group has a digit too many.
    public const string Tenant = "00000000-0000-0000-0000-0000000000001";
    private const string Person = "00000000-0000-0000-0000-0000000000020";
    private const string Bot = "00000000-0000-0000-0000-00000000000011";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly ConcurrentQueue<JsonNode> said = new();
    private readonly ConcurrentQueue<JsonNode> changed = new();
    private readonly string conversation = Guid.NewGuid().ToString();
    private long lastId = 1795188716237;

    private Playground(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single());

    public required Uri BotAddress { get; init; }

    /// <summary>The messages of the bot, in the order of their arrival; typing is none.</summary>
    public IReadOnlyList<JsonNode> Said => [.. said];

    public IReadOnlyList<JsonNode> Changed => [.. changed];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Playground> StartAsync(Uri bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var playground = new Playground(built) { BotAddress = bot };
        built.MapPost("/_connector/v3/conversations/{id}/activities/{replyTo?}", playground.TakeAsync);
        built.MapPut("/_connector/v3/conversations/{id}/activities/{activity}", playground.ChangeAsync);
        await built.StartAsync(Token);
        return playground;
    }

    public JsonObject Installation(string action = "add")
    {
        var activity = Frame("installationUpdate");
        activity["action"] = action;
        activity["locale"] = "en-US";
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US" });
        activity["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = Tenant },
            ["source"] = new JsonObject { ["name"] = "message" },
            ["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = conversation } },
        };
        return activity;
    }

    public JsonObject Members()
    {
        var activity = Frame("conversationUpdate");
        activity["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = "user-id-0", ["aadObjectId"] = Person }, new JsonObject { ["id"] = Bot });
        return activity;
    }

    public JsonObject Message(string text)
    {
        var activity = Frame("message");
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["localTimezone"] = "UTC";
        activity["locale"] = "en-US";
        activity["from"]!["name"] = "Alex Wilber";
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web", ["timezone"] = "UTC" });
        return activity;
    }

    /// <summary>A press on a card's button: a message without text.</summary>
    public JsonObject Submit(JsonNode card, JsonNode data)
    {
        var activity = Message("");
        activity.Remove("text");
        activity["replyToId"] = card["id"]!.GetValue<string>();
        activity["value"] = data.DeepClone();
        return activity;
    }

    public async Task<HttpStatusCode> SendAsync(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, BotAddress) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/plain, */*");
        request.Headers.TryAddWithoutValidation("User-Agent", "axios/1.12.2");
        request.Headers.TryAddWithoutValidation("x-ms-agents-playground", "true");
        using var response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }

    /// <summary>A page connects: it looks whether the bot is there, and tells of the installation in two activities at the same time.</summary>
    public async Task<IReadOnlyList<HttpStatusCode>> ConnectAsync()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, BotAddress);
        using var there = await http.SendAsync(head, Token);
        there.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        return await Task.WhenAll(SendAsync(Installation()), SendAsync(Members()));
    }

    /// <summary>Waits until the bot has said so much.</summary>
    public async Task<IReadOnlyList<JsonNode>> SaidAsync(int count)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (said.Count < count)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience, $"The bot said only: {string.Join('\n', said)}");
            await Task.Delay(20, Token);
        }

        return Said;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private JsonObject Frame(string type) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["from"] = new JsonObject { ["id"] = "user-id-0", ["aadObjectId"] = Person },
        ["timestamp"] = "2026-11-20T15:31:56.218Z",
        ["serviceUrl"] = $"{app.Urls.Single()}/_connector",
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = conversation },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Test Bot" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["channelId"] = "msteams",
    };

    private async Task<IResult> TakeAsync(HttpContext context, string id)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        if (id != conversation)
        {
            return Results.Json(new { error = new { code = "ConversationNotFound", message = "The conversation was not found." } }, statusCode: 404);
        }

        if (activity["type"]!.GetValue<string>() == "typing")
        {
            return Results.StatusCode(202);
        }

        var name = Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
        activity["id"] = name;
        said.Enqueue(activity);
        return Results.Json(new { id = name }, statusCode: 201);
    }

    private async Task<IResult> ChangeAsync(HttpContext context, string activity)
    {
        changed.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        return Results.Json(new { id = activity });
    }
}
