using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>
/// Renders one message of the bot: as one activity where its order allows it, since an activity shows its text first and its
/// attachments after. An event is always an activity of its own.
/// </summary>
internal static class BotActivities
{
    /// <summary>Adds the activities of a message; choices are left to the caller, but get a message to stand under.</summary>
    public static void Add(FeedEntry entry, OutgoingActivity template, List<OutgoingActivity> activities)
    {
        var first = activities.Count;
        OutgoingActivity? message = null;
        foreach (var part in entry.Parts)
        {
            switch (part)
            {
                case TextPart text:
                    if (message?.Attachments is not null)
                    {
                        activities.Add(message);
                        message = null;
                    }

                    message = (message ?? Fresh()) with { Text = message?.Text is null ? text.Text : $"{message.Text}\n{text.Text}" };
                    break;
                case CardPart card:
                    message = Attach(message ?? Fresh(), new Attachment { ContentType = Attachment.AdaptiveCard, Content = card.Card }) with
                    {
                        Summary = card.FallbackText,
                    };
                    break;
                case FilePart file:
                    message = Attach(message ?? Fresh(), new Attachment { ContentType = file.MediaType, ContentUrl = file.Address.ToString(), Name = file.Name });
                    break;
                case ChoicesPart:
                    message ??= Fresh();
                    break;
                case EventPart named:
                    if (message is not null)
                    {
                        activities.Add(message);
                        message = null;
                    }

                    activities.Add(template with { Type = OutgoingActivity.Event, Name = named.Name, Value = Defined(named.Value) });
                    break;
            }
        }

        if (message is not null)
        {
            activities.Add(message);
        }

        // The entry's own id goes to its first activity; the others take theirs from it.
        for (var i = first + 1; i < activities.Count; i++)
        {
            activities[i] = activities[i] with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Id}.{i - first}") };
        }

        OutgoingActivity Fresh() => template with { InputHint = "acceptingInput" };
    }

    /// <summary>An event without data has no value on the wire.</summary>
    public static JsonElement? Defined(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : value;

    private static OutgoingActivity Attach(OutgoingActivity message, Attachment attachment) =>
        message with { Attachments = [.. message.Attachments ?? [], attachment] };
}
