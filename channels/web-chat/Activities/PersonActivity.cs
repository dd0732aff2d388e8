using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>
/// Renders what the person sent as the client posted it: with its id and its own channel data, by which Web Chat knows that
/// the message has arrived.
/// </summary>
internal static class PersonActivity
{
    public static OutgoingActivity Of(FeedEntry entry, string conversationId, string userId)
    {
        var texts = entry.Parts.Where(part => part is TextPart or HiddenPart or LocationPart).Select(part => PlainText.Render([part])).ToList();
        var files = entry.Parts.OfType<FilePart>()
            .Select(Attachment.Of)
            .ToList();
        var named = entry.Parts.OfType<EventPart>().FirstOrDefault();
        var isEvent = named is not null && named.Name != ActivityReader.Submit;
        return new OutgoingActivity
        {
            Type = isEvent ? OutgoingActivity.Event : OutgoingActivity.Message,
            Id = entry.Id,
            Timestamp = FeedRenderer.Stamp(entry.At),
            Conversation = new ConversationReference(conversationId),
            From = new Account { Id = userId, Role = "user" },
            ReplyToId = entry.ReplyTo,
            Text = texts.Count == 0 ? null : string.Join('\n', texts),
            Attachments = files.Count == 0 ? null : files,
            Name = isEvent ? named!.Name : null,
            Value = named is null ? null : BotActivities.Defined(named.Value),
            ChannelData = entry.Echo,
        };
    }
}
