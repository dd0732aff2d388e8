using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>
/// A real HTTP server on loopback. It records what arrives and answers by script: each call takes the next line,
/// the last line repeats.
/// </summary>
internal sealed class LoopbackSparkcentral : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<RecordedCall> calls = new();
    private readonly ConcurrentDictionary<bool, int> positions = new();

    private LoopbackSparkcentral(WebApplication server) => this.server = server;

    public Uri Address => new(server.Urls.Single());

    /// <summary>What the token endpoint does.</summary>
    public IReadOnlyList<Reply> Tokens { get; set; } = [Reply.Token("token-1")];

    /// <summary>What conversations do.</summary>
    public IReadOnlyList<Reply> Conversations { get; set; } = [Reply.Of(200)];

    public IReadOnlyList<RecordedCall> TokenCalls => [.. calls.Where(IsTokenCall)];

    public IReadOnlyList<RecordedCall> ConversationCalls => [.. calls.Where(call => !IsTokenCall(call))];

    public static async Task<LoopbackSparkcentral> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var loopback = new LoopbackSparkcentral(builder.Build());
        loopback.server.Run(loopback.AnswerAsync);
        await loopback.server.StartAsync(TestContext.Current.CancellationToken);
        return loopback;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static bool IsTokenCall(RecordedCall call) => call.Target.EndsWith("/oauth2/token", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var call = new RecordedCall(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted));
        calls.Enqueue(call);
        var isToken = IsTokenCall(call);
        var script = isToken ? Tokens : Conversations;
        var line = positions.AddOrUpdate(isToken, 0, (_, last) => last + 1);
        await script[Math.Min(line, script.Count - 1)].WriteAsync(context, call);
    }
}
