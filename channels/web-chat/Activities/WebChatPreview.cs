using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>How a message looks on the page: rendered as a feed that holds nothing else.</summary>
internal static class WebChatPreview
{
    private static readonly FeedRenderer Renderer = new(new WebChatSettings().BotName);

    /// <summary>The activities of a message, and what people see of each.</summary>
    public static IReadOnlyList<MessagePreview> Show(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var entry = new FeedEntry { Id = "1", FromPerson = false, Agent = message.Agent, At = DateTimeOffset.UnixEpoch, Parts = message.Parts };
        return
        [
            .. Renderer.Render([entry], "conversation", "person").Select(activity => new MessagePreview
            {
                Shown = [.. Shown(activity)],
                Payload = JsonSerializer.SerializeToElement(activity, WebChatJson.Default.OutgoingActivity),
            }),
        ];
    }

    private static IEnumerable<MessagePart> Shown(OutgoingActivity activity)
    {
        if (activity.Text is { Length: > 0 } text)
        {
            yield return new TextPart(text);
        }

        var items = new List<Item>();
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (attachment is { ContentType: Attachment.AdaptiveCard, Content: { } card })
            {
                yield return new CardPart(card, "");
            }
            else if (attachment is { ContentType: Attachment.HeroCard, Content: { } hero })
            {
                items.Add(ItemOf(JsonSerializer.Deserialize(hero, WebChatJson.Default.HeroCard)!));
            }
            else if (Uri.TryCreate(attachment.ContentUrl, UriKind.RelativeOrAbsolute, out var address))
            {
                yield return new FilePart(attachment.Name ?? "", attachment.ContentType ?? "", address);
            }
        }

        if (items.Count > 0)
        {
            yield return new ItemsPart(items, activity.AttachmentLayout == "list" ? ItemsLayout.List : ItemsLayout.Carousel);
        }

        if (activity.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            yield return new ChoicesPart([.. actions.Select(ChoiceOf)]) { AreReplies = true };
        }
    }

    private static Item ItemOf(HeroCard card) => new()
    {
        Title = card.Title,
        Subtitle = card.Subtitle,
        Link = card.Tap is { } tap ? ChoiceOf(tap).Link : null,
        Choices = [.. (card.Buttons ?? []).Select(ChoiceOf)],
    };

    private static Choice ChoiceOf(CardAction action) => new()
    {
        Label = action.Title,
        Link = action is { Type: "openUrl", Value: { ValueKind: JsonValueKind.String } value } && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var link) ? link : null,
    };
}
