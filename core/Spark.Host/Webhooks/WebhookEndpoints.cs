using Microsoft.AspNetCore.Http.Features;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;
using Spark.Runtime.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>
/// Where channels are reached: below <c>/channels/{instance}</c>, at the paths that the operator gave them, and the chat page; and where
/// desks are, below <c>/connections/{connection}</c>.
/// </summary>
/// <remarks>What it needs is looked up once: to ask the request for services would make a scope for each.</remarks>
internal sealed class WebhookEndpoints(
    IChannelDirectory channels, IOffloadDirectory desks, PluginHost plugins, WebhookIntake intake, DeskIntake deskIntake, TimeProvider time)
{
    private const string ChatPath = "chat";

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

        var limit = channel.Instance.Capabilities.MaxRequestBytes;
        LiftServerLimit(http, limit);
        var request = await RequestReader.ReadAsync(http.Request, path, limit, time, http.RequestAborted);
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
