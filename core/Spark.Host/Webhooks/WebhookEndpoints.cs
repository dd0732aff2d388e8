using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime.Channels;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;
using Spark.Runtime.Webhooks;
using Spark.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>
/// Where channels are reached: below <c>/channels/{instance}</c>, at the paths that the operator gave them, and the chat page; and where
/// desks are, below <c>/connections/{connection}</c>.
/// </summary>
/// <remarks>What it needs is looked up once: to ask the request for services would make a scope for each.</remarks>
internal sealed class WebhookEndpoints(
    IChannelDirectory channels, IOffloadDirectory desks, PluginHost plugins, WebhookIntake intake, DeskIntake deskIntake, IOptions<KeptFileOptions> files, TimeProvider time)
{
    private const string ChatPath = "chat";
    private const int MostLargeOnes = 32;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // A bad connection of a phone is faster. How long one may take altogether, the operator says.
    private static readonly MinDataRate SlowestUpload = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));

    // One for the process, whose memory it is.
    private static readonly SemaphoreSlim LargeOnes = new(MostLargeOnes);

    /// <summary>Maps what channels answer.</summary>
    /// <param name="app">The application.</param>
    /// <param name="configured">The channel instances, with the public paths that the operator gave them.</param>
    public void Map(WebApplication app, IReadOnlyList<ChannelConfig> configured)
    {
        app.Map("/connections/{connection}/{**path}", HandleDeskAsync);
        app.Map("/channels/{instance}/{**path}", http => HandleAsync(http, http.GetRouteValue("instance") as string, Rest(http)));
        foreach (var channel in configured)
        {
            foreach (var path in channel.Paths)
            {
                var below = path.TrimStart('/');
                app.Map(path, http => HandleAsync(http, channel.Name, below, isKnown: true));
            }
        }

        app.Map("/chat/{**path}", http => HandleAsync(http, plugins.ChatPage?.InstanceId, Rest(http) is { Length: > 0 } rest ? $"{ChatPath}/{rest}" : ChatPath));
    }

    private static string Rest(HttpContext http) => http.GetRouteValue("path") as string ?? "";

    private async Task HandleAsync(HttpContext http, string? instance, string path, bool isKnown = false)
    {
        if (instance is null || channels.Find(instance) is not { } channel)
        {
            // A path that was given to an instance is there, even when the instance does not run.
            http.Response.StatusCode = isKnown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            return;
        }

        var can = channel.Instance.Capabilities;
        if (can.Large is { } large && path.EndsWith(large.PathEnding, StringComparison.Ordinal))
        {
            await HandleLargeAsync(http, channel, path, large.MaxBytes);
            return;
        }

        await HandleAsync(http, channel, path, can.MaxRequestBytes, http.RequestAborted);
    }

    // They are held in memory whole: so only some are read at a time, and none for as long as its sender likes.
    private async Task HandleLargeAsync(HttpContext http, IRunningChannel channel, string path, int limit)
    {
        if (!await LargeOnes.WaitAsync(LongestWait, http.RequestAborted))
        {
            var refused = channel.Refuse(new(StatusCodes.Status503ServiceUnavailable, "Too many files come in at once. Try again in a moment.", TimeSpan.FromSeconds(5)));
            await ResponseWriter.WriteAsync(http.Response, refused, withBody: true, http.RequestAborted);
            return;
        }

        try
        {
            if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace)
            {
                pace.MinDataRate = SlowestUpload;
            }

            using var late = new CancellationTokenSource(files.Value.LongestUpload, time);
            using var reading = CancellationTokenSource.CreateLinkedTokenSource(late.Token, http.RequestAborted);
            await HandleAsync(http, channel, path, limit, reading.Token);
        }
        finally
        {
            LargeOnes.Release();
        }
    }

    private async Task HandleAsync(HttpContext http, IRunningChannel channel, string path, int limit, CancellationToken reading)
    {
        LiftServerLimit(http, limit);
        WebhookRequest? request;
        try
        {
            request = await RequestReader.ReadAsync(http.Request, path, limit, time, reading);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // What is left of it nobody reads.
            http.Response.Headers.Connection = "close";
            var late = channel.Refuse(new(StatusCodes.Status408RequestTimeout, "The files came in too slowly. Send fewer of them, or over a better connection."));
            await ResponseWriter.WriteAsync(http.Response, late, withBody: true, http.RequestAborted);
            return;
        }

        if (request is null)
        {
            var refused = channel.Refuse(new(StatusCodes.Status413PayloadTooLarge, $"The request is larger than {limit} bytes."));
            await ResponseWriter.WriteAsync(http.Response, refused, withBody: true, http.RequestAborted);
            return;
        }

        var answer = await intake.HandleAsync(channel, request, http.RequestAborted);
        await ResponseWriter.WriteAsync(http.Response, answer, withBody: !HttpMethods.IsHead(http.Request.Method), http.RequestAborted);
    }

    private async Task HandleDeskAsync(HttpContext http)
    {
        if (http.GetRouteValue("connection") is not string connection || desks.FindDesk(connection) is not { } desk)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        LiftServerLimit(http, DeskIntake.MaxRequestBytes);
        if (await RequestReader.ReadAsync(http.Request, Rest(http), DeskIntake.MaxRequestBytes, time, http.RequestAborted) is not { } request)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var answer = await deskIntake.HandleAsync(connection, desk, request, http.RequestAborted);
        await ResponseWriter.WriteAsync(http.Response, answer, withBody: !HttpMethods.IsHead(http.Request.Method), http.RequestAborted);
    }

    // The channel's limit counts, not the server's; what is more lets the reader see that a body is too large.
    private static void LiftServerLimit(HttpContext http, int limit)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = (long)limit + RequestReader.MostDrained;
        }
    }
}
