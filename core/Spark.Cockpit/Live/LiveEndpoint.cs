using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Spark.Cockpit.Access;
using Spark.Cockpit.Conversations;
using Spark.Runtime.Operations;
using Spark.Runtime.Stores;

namespace Spark.Cockpit.Live;

/// <summary>
/// Tells a page, by server-sent events, that conversations have moved on; what has changed, it asks for itself. The database is asked, not
/// this process, so that it does not matter which node a turn ran on.
/// </summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public static void MapLive(this RouteGroupBuilder admin) => admin.MapGet("/live", RunAsync).Needs(Right.SeeConversations).Within(Reach.Conversation);

    private static async Task RunAsync(
        HttpContext http, IConversationIndex index, TimeProvider time, IHostApplicationLifetime lifetime, string? address, CancellationToken cancellationToken)
    {
        var who = Operator.Of(http)!;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await http.Response.WriteAsync("retry: 3000\n\n", ending.Token);
            await http.Response.Body.FlushAsync(ending.Token);
            using var timer = new PeriodicTimer(Every, time);
            for (string? last = null; await timer.WaitForNextTickAsync(ending.Token);)
            {
                var now = await ReadAsync(index, address, ending.Token);
                if (now != last && last is not null)
                {
                    // Without an address it may be of any bot: who sees to some is told that something changed, not what.
                    var told = address is null && who.Bots is not null ? "something" : now;
                    await http.Response.WriteAsync($"event: changed\ndata: {told}\n\n", ending.Token);
                    await http.Response.Body.FlushAsync(ending.Token);
                }

                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the host stops: it asks again.
        }
    }

    private static async Task<string> ReadAsync(IConversationIndex index, string? address, CancellationToken cancellationToken)
    {
        try
        {
            var summary = address is not null && ConversationAddress.Parse(address) is { } key
                ? (await index.FindAsync(key, cancellationToken))?.Summary
                : await index.ListAsync(null, 1, cancellationToken) is [var newest, ..] ? newest : null;
            return summary is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{summary.Key} {summary.Sequence} {summary.Owner}");
        }
        catch (StoreUnavailableException)
        {
            return "away";
        }
    }
}
