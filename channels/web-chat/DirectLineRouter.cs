using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Tokens;
using Spark.Channels.WebChat.Uploads;
using Spark.Webhooks;

namespace Spark.Channels.WebChat;

/// <summary>Finds the endpoint of Direct Line 3.0 that a request is for.</summary>
internal sealed class DirectLineRouter(
    TokenEndpoints tokens, ConversationEndpoints conversations, ActivityEndpoints activities, UploadEndpoint uploads, OriginPolicy origins)
{
    private const string Prefix = "v3/directline/";

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (!request.Path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return WebhookReceipt.Only(DirectLineError.UnknownPath());
        }

        if (request.Method == "OPTIONS")
        {
            return WebhookReceipt.Only(origins.Preflight(request));
        }

        if (origins.Refuse(request) is { } refused)
        {
            return WebhookReceipt.Only(refused.Uncached().With("Vary", "Origin"));
        }

        var receipt = await RouteAsync(request, request.Path[Prefix.Length..].Split('/'), cancellationToken);
        return receipt with { Answer = origins.Apply(request, receipt.Answer.Uncached()) };
    }

    private async ValueTask<WebhookReceipt> RouteAsync(WebhookRequest request, string[] path, CancellationToken cancellationToken) =>
        (request.Method, path) switch
        {
            ("POST", ["tokens", "generate"]) => WebhookReceipt.Only(tokens.Generate(request)),
            ("POST", ["tokens", "refresh"]) => WebhookReceipt.Only(tokens.Refresh(request)),
            ("POST", ["conversations"]) => conversations.Start(request),
            ("GET", ["conversations", var id]) => WebhookReceipt.Only(await conversations.ResumeAsync(request, id, cancellationToken)),
            ("GET", ["conversations", var id, "activities"]) => WebhookReceipt.Only(await activities.ReadAsync(request, id, cancellationToken)),
            ("POST", ["conversations", var id, "activities"]) => await activities.PostAsync(request, id, cancellationToken),
            ("POST", ["conversations", var id, "upload"]) => await uploads.PostAsync(request, id, cancellationToken),
            (_, ["tokens", "generate" or "refresh"] or ["conversations"] or ["conversations", _, "upload"]) =>
                WebhookReceipt.Only(DirectLineError.WrongMethod("POST")),
            (_, ["conversations", _]) => WebhookReceipt.Only(DirectLineError.WrongMethod("GET")),
            (_, ["conversations", _, "activities"]) => WebhookReceipt.Only(DirectLineError.WrongMethod("GET, POST")),
            _ => WebhookReceipt.Only(DirectLineError.UnknownPath()),
        };
}
