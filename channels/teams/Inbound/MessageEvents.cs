using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Makes events of what people write, send and press.</summary>
internal static class MessageEvents
{
    /// <summary>The name of the event part that carries what a person filled into a card.</summary>
    public const string Submit = "submit";

    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The event of a message or a press.</summary>
    /// <param name="frame">What every event of the activity says.</param>
    /// <param name="press">What was pressed; null for a message that was written.</param>
    /// <param name="at">When it arrived.</param>
    public static MessageReceived Of(EventFrame frame, Press? press, DateTimeOffset at)
    {
        var activity = frame.Activity;
        List<string> keys = [frame.Key];
        if (press is { AnswerOnce: false })
        {
            keys.AddRange(press.Keys(activity.ReplyToId, PersonReader.IdOf(activity.From, activity.TenantId), at));
        }

        return new MessageReceived
        {
            ConversationId = frame.ConversationId,
            Keys = keys,
            Person = frame.Person,
            ChannelDetails = frame.Details,
            MessageId = frame.Key,
            Parts = Parts(activity, press),
            ChoiceToken = press?.Token,
        };
    }

    /// <summary>An event for programs: it is logged, and no person waits for an answer to it.</summary>
    public static MessageReceived Silent(EventFrame frame, string name, JsonElement value) => new()
    {
        ConversationId = frame.ConversationId,
        Keys = [frame.Key],
        Person = frame.Person,
        ChannelDetails = frame.Details,
        MessageId = frame.Key,
        Parts = [new EventPart(name, value)],
    };

    private static List<MessagePart> Parts(Activity activity, Press? press)
    {
        var parts = new List<MessagePart>();
        var text = activity.Json.Text("text") is { } written ? Mentions.Strip(activity, written) : press?.Label;
        if (!string.IsNullOrEmpty(text))
        {
            parts.Add(new TextPart(text));
        }

        parts.AddRange(activity.Json.Items("attachments").Select(FileOf).OfType<FilePart>());
        if (press is { IsOnlyOurs: false })
        {
            parts.Add(new EventPart(Submit, press.Data));
        }

        return parts;
    }

    // Text comes once more as an attachment of HTML, and cards are not files.
    private static FilePart? FileOf(JsonElement attachment)
    {
        var type = attachment.Text("contentType") ?? "application/octet-stream";
        var isDownload = string.Equals(type, DownloadInfo, StringComparison.OrdinalIgnoreCase);
        var address = isDownload ? attachment.Object("content").Text("downloadUrl") : attachment.Text("contentUrl");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new FilePart(attachment.Text("name") ?? uri.Segments[^1], isDownload ? MediaType(attachment) : type, uri!)
            : null;
    }

    private static string MediaType(JsonElement attachment) => attachment.Object("content").Text("fileType")?.ToLowerInvariant() switch
    {
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "json" => "application/json",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
