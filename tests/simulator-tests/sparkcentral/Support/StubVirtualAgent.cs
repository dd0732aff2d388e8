using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spark.Simulators.Sparkcentral.Tests.Support;

/// <summary>
/// A virtual agent on loopback. It verifies signatures by its own reading of the contract, records what it is sent,
/// and answers as the test says.
/// </summary>
internal sealed class StubVirtualAgent : IAsyncDisposable
{
    public const string SecretHex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedEvent> received = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private int awaited;

    private StubVirtualAgent(WebApplication app) => this.app = app;

    public Uri Webhook { get; private set; } = null!;

    /// <summary>What to answer; by default 200 and an empty object.</summary>
    public Func<ReceivedEvent, CancellationToken, Task<(int Status, string Body)>> Answer { get; set; } =
        (_, _) => Task.FromResult((StatusCodes.Status200OK, "{}"));

    public IReadOnlyList<ReceivedEvent> Received => [.. received];

    public static async Task<StubVirtualAgent> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var stub = new StubVirtualAgent(built);
        built.MapPost("/webhook", stub.ReceiveAsync);
        await built.StartAsync(cancellationToken);
        stub.Webhook = new Uri(new Uri(built.Urls.Single()), "/webhook");
        return stub;
    }

    public void Answers(int status, string body = "{}") => Answer = (_, _) => Task.FromResult((status, body));

    /// <summary>The next event that has not been awaited yet, in the order of arrival.</summary>
    public async Task<ReceivedEvent> NextAsync(CancellationToken cancellationToken)
    {
        (await arrivals.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken)).ShouldBeTrue("no event came");
        return Received[awaited++];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrivals.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        var header = context.Request.Headers["X-Sparkcentral-Signature"].ToString();
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(SecretHex), body));
        var arrived = new ReceivedEvent(body, header, header == expected, context.Request.ContentType);
        received.Enqueue(arrived);
        arrivals.Release();
        var (status, answer) = arrived.IsSigned
            ? await Answer(arrived, context.RequestAborted)
            : (StatusCodes.Status401Unauthorized, "X-Sparkcentral-Signature is invalid");
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }
}
