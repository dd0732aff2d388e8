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
        JsonElement? pace = null;
        foreach (var part in entry.Parts)
        {
            switch (part)
            {
                case TextPart text:
                    if (message?.Attachments is not null)
                    {
                        Flush();
                    }

                    // The line break that ends a block of YAML would be an empty line on the page.
                    var said = text.Text.TrimEnd('\r', '\n');
                    message = (message ?? Fresh()) with { Text = message?.Text is null ? said : $"{message.Text}\n{said}" };
                    break;
                case CardPart card:
                    message = Attach(message ?? Fresh(), new Attachment { ContentType = Attachment.AdaptiveCard, Content = card.Card }) with
                    {
                        Summary = card.FallbackText,
                    };
                    break;
                case FilePart file:
                    message = Attach(message ?? Fresh(), Attachment.Of(file));
                    break;
                case ItemsPart items:
                    if (message?.Attachments is not null)
                    {
                        Flush();
                    }

                    message = (message ?? Fresh()) with
                    {
                        AttachmentLayout = items.Layout == ItemsLayout.List ? "list" : "carousel",
                        Attachments = [.. items.Items.Select(HeroCard.Of)],
                    };
                    Flush();
                    break;
                case TypingPart typing:
                    pace = JsonSerializer.SerializeToElement(new Pacing(typing.Duration.TotalMilliseconds), WebChatJson.Default.Pacing);
                    break;
                case LocationPart or HiddenPart:
                    var shown = PlainText.Render([part]);
                    message = (message ?? Fresh()) with { Text = message?.Text is null ? shown : $"{message.Text}\n{shown}" };
                    break;
                case ChoicesPart when message is null && activities.Count > first && activities[^1].Type == OutgoingActivity.Message:
                    // They stand under the items.
                    break;
                case ChoicesPart:
                    message ??= Fresh();
                    break;
                case EventPart named:
                    Flush();
                    activities.Add(template with { Type = OutgoingActivity.Event, Name = named.Name, Value = Defined(named.Value) });
                    break;
            }
        }

        Flush();

        // The entry's own id goes to its first activity; the others take theirs from it.
        for (var i = first + 1; i < activities.Count; i++)
        {
            activities[i] = activities[i] with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Id}.{i - first}") };
        }

        OutgoingActivity Fresh() => template with { InputHint = "acceptingInput" };

        void Flush()
        {
            if (message is not null)
            {
                activities.Add(message with { ChannelData = pace });
                (message, pace) = (null, null);
            }
        }
    }

    /// <summary>An event without data has no value on the wire.</summary>
    public static JsonElement? Defined(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : value;

    private static OutgoingActivity Attach(OutgoingActivity message, Attachment attachment) =>
        message with { Attachments = [.. message.Attachments ?? [], attachment] };
}
