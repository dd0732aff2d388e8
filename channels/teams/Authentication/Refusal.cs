using Spark.Webhooks;

namespace Spark.Channels.Teams.Authentication;

/// <summary>What a caller reads whose request is refused: always the same, so that nobody learns how near they came.</summary>
internal static class Refusal
{
    private static readonly ReadOnlyMemory<byte> Body =
        """{"error":{"code":"Unauthorized","message":"The request carries no token that this bot accepts."}}"""u8.ToArray();

    public static WebhookResponse Unauthorized { get; } = WebhookResponse.Json(401, Body) with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["WWW-Authenticate"] = "Bearer" },
    };

    /// <summary>For a caller who is who it says, and asks for what it may not.</summary>
    public static WebhookResponse Forbidden { get; } = WebhookResponse.Json(403, Body);
}
