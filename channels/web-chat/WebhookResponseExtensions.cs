using Spark.Webhooks;

namespace Spark.Channels.WebChat;

internal static class WebhookResponseExtensions
{
    public static WebhookResponse With(this WebhookResponse response, string header, string value) => response with
    {
        Headers = new Dictionary<string, string>(response.Headers, StringComparer.OrdinalIgnoreCase) { [header] = value },
    };

    /// <summary>Tokens and conversations are nobody's to keep.</summary>
    public static WebhookResponse Uncached(this WebhookResponse response) => response.With("Cache-Control", "no-store");
}
