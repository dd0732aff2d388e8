using System.Globalization;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Conversations;

/// <summary>How far a client has read: opaque to it, a decimal number to us.</summary>
internal static class Watermark
{
    /// <summary>Reads the query's watermark; none, or an empty one, is the beginning.</summary>
    public static bool TryRead(WebhookRequest request, out long after)
    {
        after = 0;
        return !request.Query.TryGetValue("watermark", out var text) || text.Length == 0
            || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    public static WebhookResponse Refusal() => DirectLineError.Malformed("The watermark is not one that this channel gave out.");
}
