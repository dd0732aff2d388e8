using System.Security.Cryptography;
using System.Text;
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
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            // What a page saw last comes back with its next connection: what changed in between is told at once.
            var last = await ReadAsync(index, address, ending.Token);
            var missed = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } seen && seen != last;
            await http.Response.WriteAsync(missed ? "retry: 3000\n" + Changed(last) : $"retry: 3000\nid: {last}\n\n", ending.Token);
            await http.Response.Body.FlushAsync(ending.Token);
            using var timer = new PeriodicTimer(Every, time);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                var now = await ReadAsync(index, address, ending.Token);
                if (now != last)
                {
                    await http.Response.WriteAsync(Changed(now), ending.Token);
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

    private static string Changed(string now) => $"event: changed\nid: {now}\ndata: {now}\n\n";

    // It may be a conversation of any bot: a page is told that something changed, not what.
    private static string Hide(FormattableString state) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(state)))[..8]);

    private static async Task<string> ReadAsync(IConversationIndex index, string? address, CancellationToken cancellationToken)
    {
        try
        {
            var summary = address is not null && ConversationAddress.Parse(address) is { } key
                ? (await index.FindAsync(key, cancellationToken))?.Summary
                : await index.NewestAsync(cancellationToken);
            return summary is null ? "none" : Hide($"{summary.Key} {summary.Sequence} {summary.Owner}");
        }
        catch (StoreUnavailableException)
        {
            return "away";
        }
    }
}
