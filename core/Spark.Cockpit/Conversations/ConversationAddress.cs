using Spark.Runtime.Turns;

namespace Spark.Cockpit.Conversations;

/// <summary>How operators name a conversation: by its key, or by its channel instance and the channel's own id.</summary>
internal static class ConversationAddress
{
    public static ConversationKey? Parse(string text)
    {
        if (ConversationKey.TryParse(text, out var key))
        {
            return key;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1 ? ConversationKey.Of(text[..slash], text[(slash + 1)..]) : null;
    }
}
