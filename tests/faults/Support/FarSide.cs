using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spark.Faults.Tests.Support;

/// <summary>
/// What lies outside: the channel's connector, which takes messages, and a system that deeds are done in. It lives in the test's own
/// process, so that it outlives every host, and keeps a record of all that reached it.
/// </summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private readonly ConcurrentDictionary<(string Conversation, string Text), int> counts = new();
    private readonly ConcurrentDictionary<string, int> deeds = new(StringComparer.Ordinal);
    private TaskCompletionSource deedsHeld = Ended();
    private TaskCompletionSource sendsHeld = Ended();
    private int sendsUnderWay;
    private int deedsUnderWay;

    private FarSide(WebApplication app, Uri url)
    {
        this.app = app;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>How it treats messages.</summary>
    public Mood Mood { get; set; } = Mood.Well;

    /// <summary>Deeds are done, and nobody is told until they may end.</summary>
    public void HoldDeeds() => deedsHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetDeedsEnd() => deedsHeld.TrySetResult();

    /// <summary>Messages are neither taken nor refused until they may be.</summary>
    public void HoldSends() => sendsHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetSendsEnd() => sendsHeld.TrySetResult();

    /// <summary>Waits until a deed was asked for.</summary>
    public async Task DeedAsync(string text, CancellationToken cancellationToken)
    {
        while (!deeds.ContainsKey(text))
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>What arrived, in its order.</summary>
    public IReadOnlyCollection<Arrival> Arrivals => arrivals;

    /// <summary>How often each deed was asked for, by its text.</summary>
    public IReadOnlyDictionary<string, int> Deeds => deeds;

    /// <summary>How many messages of a text have reached a conversation.</summary>
    public int Count(string conversation, string text) => counts.GetValueOrDefault((conversation, text));

    public int SendsUnderWay => Volatile.Read(ref sendsUnderWay);

    public int DeedsUnderWay => Volatile.Read(ref deedsUnderWay);

    public static async Task<FarSide> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = new Uri($"http://127.0.0.1:{port}/");
        builder.WebHost.UseUrls(url.ToString());
        var built = builder.Build();
        var side = new FarSide(built, url);
        built.MapPost("/v3/conversations/{conversation}/activities/{reply?}", side.TakeMessageAsync);
        built.MapPost("/deeds", side.DoAsync);
        await built.StartAsync();
        return side;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeMessageAsync(HttpContext context, string conversation)
    {
        Interlocked.Increment(ref sendsUnderWay);
        try
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            await sendsHeld.Task.WaitAsync(context.RequestAborted);
            var mood = Mood;
            if (mood == Mood.Busy)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            }

            if (mood == Mood.Broken)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }

            // It counts as soon as it was read, whether its answer is ever heard or not.
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            var text = activity.RootElement.GetProperty("text").GetString()!;
            var isRepeated = !keys.TryAdd(key, true);
            arrivals.Enqueue(new(conversation, key, text, isRepeated));
            if (!isRepeated)
            {
                counts.AddOrUpdate((conversation, text), 1, (_, count) => count + 1);
            }

            await Task.Delay(mood == Mood.Silent ? Timeout.Infinite : Random.Shared.Next(0, 15), context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync("""{"id":"1"}""");
        }
        finally
        {
            Interlocked.Decrement(ref sendsUnderWay);
        }
    }

    private async Task DoAsync(HttpContext context)
    {
        Interlocked.Increment(ref deedsUnderWay);
        try
        {
            using var deed = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            deeds.AddOrUpdate(deed.RootElement.GetProperty("text").GetString()!, 1, (_, count) => count + 1);
            await deedsHeld.Task.WaitAsync(context.RequestAborted);
            await Task.Delay(Random.Shared.Next(0, 30), context.RequestAborted);
            await context.Response.WriteAsync("{}");
        }
        finally
        {
            Interlocked.Decrement(ref deedsUnderWay);
        }
    }

    private static TaskCompletionSource Ended()
    {
        var ended = new TaskCompletionSource();
        ended.SetResult();
        return ended;
    }
}
