using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>An item of a carousel or a list: a title, a picture and buttons.</summary>
internal sealed record HeroCard
{
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    public IReadOnlyList<CardImage>? Images { get; init; }

    public IReadOnlyList<CardAction>? Buttons { get; init; }

    /// <summary>What a press on the card itself does.</summary>
    public CardAction? Tap { get; init; }

    public static Attachment Of(Item item)
    {
        var card = new HeroCard
        {
            Title = item.Title,
            Subtitle = item.Subtitle,
            Images = item.Image is { } image ? [new CardImage(image.ToString())] : null,
            Buttons = item.Choices.Count > 0 ? [.. item.Choices.Select(CardAction.Of)] : null,
            Tap = item.Link is { } link ? CardAction.Of(new Choice { Label = item.Title, Link = link }) : null,
        };
        return new() { ContentType = Attachment.HeroCard, Content = JsonSerializer.SerializeToElement(card, WebChatJson.Default.HeroCard) };
    }
}
