using Microsoft.AspNetCore.Http.Features;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime.Channels;
using Spark.Runtime.Webhooks;

namespace Spark.Host.Webhooks;

/// <summary>Where channels are reached: below <c>/channels/{instance}</c>, at the paths that the operator gave them, and the chat page.</summary>
internal static class WebhookEndpoints
{
    private const string ChatPath = "chat";

    /// <summary>Maps what channels answer.</summary>
    /// <param name="app">The application.</param>
    /// <param name="channels">The channel instances, with the public paths that the operator gave them.</param>
    public static void MapChannels(this WebApplication app, IReadOnlyList<ChannelConfig> channels)
    {
        app.Map("/channels/{instance}/{**path}", (HttpContext http, string instance, string? path) => HandleAsync(http, instance, path ?? ""));
        foreach (var channel in channels)
        {
            foreach (var path in channel.Paths)
            {
                app.Map(path, (HttpContext http) => HandleAsync(http, channel.Name, path.TrimStart('/')));
            }
        }

        app.Map("/chat/{**path}", (HttpContext http, string? path) =>
            HandleAsync(http, http.RequestServices.GetRequiredService<PluginHost>().ChatPage?.InstanceId, path is null ? ChatPath : $"{ChatPath}/{path}"));
    }

    private static async Task HandleAsync(HttpContext http, string? instance, string path)
    {
        var services = http.RequestServices;
        if (instance is null || services.GetRequiredService<IChannelDirectory>().Find(instance) is not { } channel)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var limit = channel.Instance.Capabilities.MaxRequestBytes;
        LiftServerLimit(http, limit);
        var request = await RequestReader.ReadAsync(
            http.Request, path, limit, services.GetRequiredService<TimeProvider>(), http.RequestAborted);
        if (request is null)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var answer = await services.GetRequiredService<WebhookIntake>().HandleAsync(channel, request, http.RequestAborted);
        await ResponseWriter.WriteAsync(http.Response, answer, withBody: !HttpMethods.IsHead(http.Request.Method), http.RequestAborted);
    }

    // The channel's limit counts, not the server's; one byte more lets the reader see that a body is too large.
    private static void LiftServerLimit(HttpContext http, int limit)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = (long)limit + 1;
        }
    }
}
