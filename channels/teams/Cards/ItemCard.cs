using System.Text.Json.Nodes;
using Spark.Messages;

namespace Spark.Channels.Teams.Cards;

/// <summary>Makes the card of one item of a carousel or a list.</summary>
internal static class ItemCard
{
    public static JsonObject Of(Item item, string? person)
    {
        var body = new JsonArray();
        if (item.Image is { IsAbsoluteUri: true, Scheme: "https" or "http" } image)
        {
            body.Add((JsonNode)new JsonObject { ["type"] = "Image", ["url"] = image.AbsoluteUri, ["size"] = "Stretch", ["altText"] = item.Title });
        }

        body.Add((JsonNode)Line(item.Title, isTitle: true));
        if (item.Subtitle is { Length: > 0 } subtitle)
        {
            body.Add((JsonNode)Line(subtitle, isTitle: false));
        }

        foreach (var row in ChoiceButtons.Rows(item.Choices, answerOnce: false, ask: null, person))
        {
            body.Add(row!.DeepClone());
        }

        var card = AdaptiveCard.Of(body);
        if (item.Link is { } link && ChoiceButtons.IsSafe(link))
        {
            card["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = item.Title, ["url"] = link.AbsoluteUri };
        }

        return card;
    }

    // Runs of text are shown as they are; a text block would take stars and brackets for mark-up.
    private static JsonObject Line(string text, bool isTitle)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (isTitle)
        {
            run["weight"] = "Bolder";
            run["size"] = "Medium";
        }

        return new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray((JsonNode)run) };
    }
}
