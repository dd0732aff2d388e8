using System.Text.Json;

namespace Spark.Channels.WebChat.Activities;

/// <summary>A file by address, or a card with its document.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public const string HeroCard = "application/vnd.microsoft.card.hero";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }
}
