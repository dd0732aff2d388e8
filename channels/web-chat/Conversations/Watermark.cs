using System.Globalization;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Conversations;

/// <summary>How far a client has read: opaque to it, a decimal number to us.</summary>
internal static class Watermark
{
    /// <summary>How many messages a page that comes back begins with, and how many more it gets with each wish for earlier ones.</summary>
    public const int HistoryPage = 60;

    /// <summary>Reads the query's watermark; none, or an empty one, is the beginning.</summary>
    public static bool TryRead(WebhookRequest request, out long after) => TryRead(request, "watermark", out after);

    /// <summary>Reads a watermark of the query by its name.</summary>
    public static bool TryRead(WebhookRequest request, string name, out long after)
    {
        after = 0;
        return !request.Query.TryGetValue(name, out var text) || text.Length == 0
            || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    public static WebhookResponse Refusal() => DirectLineError.Malformed("The watermark is not one that this channel gave out.");
}
