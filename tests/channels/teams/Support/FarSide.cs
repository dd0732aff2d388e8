using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>
/// Microsoft's side on loopback: keys, the token endpoint and a Connector that records what arrives and answers by script: each call
/// takes the next line, the last line repeats.
/// </summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<RecordedCall> calls = new();
    private int connectorCalls;
    private int tokenCalls;

    private FarSide(WebApplication server) => this.server = server;

    public Uri Address => new(server.Urls.Single());

    /// <summary>What lies below <c>/files/</c>.</summary>
    public static string File { get; } = new('f', 3_000);

    /// <summary>The service address that activities bring.</summary>
    public string ServiceUrl => $"{server.Urls.Single()}/connector/";

    public static SigningPair ChannelKey { get; } = new("channel-1", ["msteams", "webchat"]);

    /// <summary>A key of the channel that may not speak for Teams.</summary>
    public static SigningPair SlackKey { get; } = new("channel-slack", ["slack"]);

    /// <summary>A key of the channel that is endorsed for nothing.</summary>
    public static SigningPair BareKey { get; } = new("channel-bare", []);

    /// <summary>A key of the channel that is too short to be one.</summary>
    public static SigningPair ShortKey { get; } = new("channel-short", ["msteams"], bits: 1024);

    public static SigningPair EntraKey { get; } = new("entra-1", []);

    /// <summary>Keys that the channel publishes besides.</summary>
    public ConcurrentQueue<SigningPair> MoreKeys { get; } = new();

    /// <summary>What the Connector does.</summary>
    public IReadOnlyList<Answer> Connector { get; set; } = [Answer.Created("1:0001")];

    /// <summary>What the token endpoint does.</summary>
    public IReadOnlyList<Answer> Tokens { get; set; } = [new(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"token-1"}""")];

    /// <summary>What the roster holds, page by page.</summary>
    public IReadOnlyList<JsonObject> Roster { get; set; } = [];

    /// <summary>What a look at the roster waits for.</summary>
    public Task RosterGate { get; set; } = Task.CompletedTask;

    /// <summary>Whether the keys can be had.</summary>
    public bool KeysAreAway { get; set; }

    public IReadOnlyList<RecordedCall> Calls => [.. calls];

    public IReadOnlyList<RecordedCall> KeyCalls => [.. calls.Where(call => call.Target.Contains("/keys", StringComparison.Ordinal))];

    public IReadOnlyList<RecordedCall> TokenCalls => [.. calls.Where(call => call.Target.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))];

    public IReadOnlyList<RecordedCall> ConnectorCalls => [.. calls.Where(call => call.Target.StartsWith("/connector/", StringComparison.Ordinal) && !IsRoster(call.Target))];

    public IReadOnlyList<RecordedCall> RosterCalls => [.. calls.Where(call => IsRoster(call.Target))];

    public static async Task<FarSide> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var side = new FarSide(builder.Build());
        side.server.Run(side.AnswerAsync);
        await side.server.StartAsync(TestContext.Current.CancellationToken);
        return side;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static bool IsRoster(string target) => target.Contains("/pagedmembers", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new RecordedCall(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.Authorization,
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.ContentRange);
        calls.Enqueue(call);
        if (call.Target.StartsWith("/files/", StringComparison.Ordinal))
        {
            context.Response.ContentLength = File.Length;
            await (call.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync(File));
            return;
        }

        if (IsRoster(call.Target))
        {
            await RosterGate.WaitAsync(context.RequestAborted);
        }

        var answer = Of(call, context.Request.Query["continuationToken"]);
        if (answer == Answer.Cut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        if (answer.Body.Length > 0)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(answer.Body);
        }
    }

    private Answer Of(RecordedCall call, string? continuation)
    {
        if (call.Target.Contains("openid", StringComparison.Ordinal))
        {
            var isEntra = call.Target.StartsWith("/common/", StringComparison.Ordinal);
            return KeysAreAway ? new(503) : new(200, new JsonObject { ["issuer"] = "anything", ["jwks_uri"] = $"{server.Urls.Single()}/{(isEntra ? "entra" : "channel")}/keys" }.ToJsonString());
        }

        if (call.Target.EndsWith("/keys", StringComparison.Ordinal))
        {
            SigningPair[] keys = call.Target.StartsWith("/entra", StringComparison.Ordinal) ? [EntraKey] : [ChannelKey, SlackKey, BareKey, ShortKey, .. MoreKeys];
            return KeysAreAway ? new(503) : new(200, new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => (JsonNode)key.ToJson())]) }.ToJsonString());
        }

        if (call.Target.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            return Tokens[Math.Min(Interlocked.Increment(ref tokenCalls) - 1, Tokens.Count - 1)];
        }

        if (IsRoster(call.Target))
        {
            var page = continuation is null ? 0 : int.Parse(continuation, System.Globalization.CultureInfo.InvariantCulture);
            return page < Roster.Count ? new(200, Roster[page].ToJsonString()) : Answer.Error(403, "BotNotInConversationRoster");
        }

        return Connector[Math.Min(Interlocked.Increment(ref connectorCalls) - 1, Connector.Count - 1)];
    }
}
