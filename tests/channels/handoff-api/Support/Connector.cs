using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spark.Channels.HandoffApi.Tests.Support;

/// <summary>The far side of the target: it knows people by name, opens their conversations, and takes what the bot says there.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> said = new(StringComparer.Ordinal);
    private int searches;

    private Connector(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First().TrimEnd('/') + "/");

    /// <summary>What it answers to searches instead of finding people; 0 for nothing.</summary>
    public int Refuses { get; set; }

    /// <summary>Searches are answered when this is complete.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How many searches were made.</summary>
    public int Searches => Volatile.Read(ref searches);

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var connector = new Connector(built);
        built.MapPost("/v3/people", connector.FindAsync);
        built.MapPost("/v3/conversations/{conversation}/activities", connector.TakeAsync);
        await built.StartAsync();
        return connector;
    }

    /// <summary>Waits until so many messages have come to a conversation, and returns all of them.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(string conversation, int count)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (SaidSoFar(conversation).Count < count)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience, $"{conversation} got only: {string.Join(" | ", SaidSoFar(conversation))}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return [.. said[conversation]];
    }

    /// <summary>Waits until there are more searches than there were.</summary>
    public async Task SearchAsync(int before)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Searches == before)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public IReadOnlyList<string> SaidSoFar(string conversation) => said.TryGetValue(conversation, out var texts) ? [.. texts] : [];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task FindAsync(HttpContext http)
    {
        Interlocked.Increment(ref searches);
        await Gate;
        var asked = (await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body)).GetProperty("name").GetString()!.ToLowerInvariant();
        if (Refuses > 0 || asked.StartsWith("nobody", StringComparison.Ordinal))
        {
            http.Response.StatusCode = Refuses > 0 ? Refuses : 404;
            return;
        }

        await http.Response.WriteAsJsonAsync(new { id = "29:" + asked, name = asked.Split('@')[0], conversation = "a:" + asked });
    }

    private async Task TakeAsync(HttpContext http, string conversation)
    {
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        said.GetOrAdd(Uri.UnescapeDataString(conversation), _ => new()).Enqueue(activity.GetProperty("text").GetString()!);
    }
}
