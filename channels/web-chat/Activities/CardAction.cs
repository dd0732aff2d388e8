using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>One button.</summary>
internal sealed record CardAction
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    /// <summary>What stands in the transcript when it was pressed.</summary>
    public string? DisplayText { get; init; }

    /// <summary>What is said to the bot when it was pressed.</summary>
    public string? Text { get; init; }

    public JsonElement? Value { get; init; }

    /// <summary>A link opens its page; any other choice says its label and hands back its token.</summary>
    public static CardAction Of(Choice choice) => choice.Link is { } link
        ? new CardAction
        {
            Type = "openUrl",
            Title = choice.Label,
            Value = JsonSerializer.SerializeToElement(link.ToString(), WebChatJson.Default.String),
        }
        : new CardAction
        {
            Type = "messageBack",
            Title = choice.Label,
            DisplayText = choice.Label,
            Text = choice.Label,
            Value = choice.Token is null ? null : JsonSerializer.SerializeToElement(new ChoiceValue(choice.Token), WebChatJson.Default.ChoiceValue),
        };
}
