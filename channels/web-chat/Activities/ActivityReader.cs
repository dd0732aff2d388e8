using System.Text.Json;
using Spark.Channels.WebChat.Tokens;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.WebChat.Activities;

/// <summary>Reads what a client posts.</summary>
internal static class ActivityReader
{
    /// <summary>The name of the event part that carries what a person filled into a card.</summary>
    public const string Submit = "submit";

    private const int LongestReference = 128;

    /// <summary>Reads a body.</summary>
    /// <returns>The refusal; null when the body is an activity.</returns>
    public static WebhookResponse? Read(ReadOnlySpan<byte> body, out IncomingActivity activity, out string? clientReference)
    {
        activity = new IncomingActivity();
        clientReference = null;
        try
        {
            activity = JsonSerializer.Deserialize(body, WebChatJson.Default.IncomingActivity) ?? activity;
            if (activity.ChannelData is { ValueKind: JsonValueKind.Object } data)
            {
                clientReference = data.Deserialize(WebChatJson.Default.ClientReference)?.ClientActivityID;
            }
        }
        catch (JsonException)
        {
            return DirectLineError.Malformed("The body is not an activity in JSON.");
        }

        if (string.IsNullOrEmpty(activity.Type))
        {
            return DirectLineError.Malformed("The activity has no type.");
        }

        return clientReference?.Length > LongestReference
            ? DirectLineError.Malformed($"channelData.clientActivityID has more than {LongestReference} characters.")
            : null;
    }

    /// <summary>The event for the bot; null for an activity that says nothing to it, such as typing.</summary>
    /// <param name="activity">What was posted.</param>
    /// <param name="id">Its id.</param>
    /// <param name="clientReference">The client's own name for it.</param>
    /// <param name="token">Who posts.</param>
    /// <param name="files">The files that came with it.</param>
    public static MessageReceived? Understand(
        IncomingActivity activity, string id, string? clientReference, ConversationToken token, IReadOnlyList<FilePart>? files = null)
    {
        IReadOnlyList<MessagePart>? parts = activity.Type switch
        {
            OutgoingActivity.Message => [.. Parts(activity), .. files ?? []],
            OutgoingActivity.Event => [new EventPart(activity.Name ?? "", activity.Value ?? default)],
            _ => null,
        };
        return parts is null ? null : new MessageReceived
        {
            ConversationId = token.ConversationId,
            Keys = clientReference is null ? [id] : [id, $"client:{clientReference}"],
            MessageId = id,
            Parts = parts,
            ChoiceToken = activity.Type == OutgoingActivity.Message ? ChoiceToken(activity.Value) : null,
            Echo = activity.ChannelData,
            Person = PersonReader.Read(token, activity.From?.Name, activity.Locale, activity.LocalTimezone),
        };
    }

    private static List<MessagePart> Parts(IncomingActivity activity)
    {
        var parts = new List<MessagePart>();
        if (!string.IsNullOrEmpty(activity.Text))
        {
            parts.Add(new TextPart(activity.Text));
        }

        foreach (var attachment in activity.Attachments ?? [])
        {
            if (Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            {
                parts.Add(new FilePart(attachment.Name ?? address.Segments[^1], attachment.ContentType ?? "application/octet-stream", address));
            }
        }

        if (PlaceReader.Read(activity.Entities) is { } place)
        {
            parts.Add(place);
        }

        if (activity.Value is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value && !IsOnlyToken(value))
        {
            parts.Add(new EventPart(Submit, value));
        }

        return parts;
    }

    /// <summary>The token of the button that was pressed: our own buttons carry it, and so may a card's.</summary>
    private static string? ChoiceToken(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } fields
            || !fields.TryGetProperty("token", out var token) || token.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return TextOf(token);
    }

    /// <summary>The text of a string; null when it holds half a surrogate pair, which nothing of ours does.</summary>
    public static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsOnlyToken(JsonElement value) => ChoiceToken(value) is not null && value.GetPropertyCount() == 1;
}
