using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.WebChat.Activities;

/// <summary>A file by address, or a card with its document.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public const string HeroCard = "application/vnd.microsoft.card.hero";

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }

    /// <summary>Where a small picture of it is: without one, Web Chat shows what the person sent as a name only.</summary>
    public string? ThumbnailUrl { get; init; }

    public static Attachment Of(FilePart file)
    {
        var address = file.Address.ToString();
        return new()
        {
            ContentType = file.MediaType,
            ContentUrl = address,
            Name = file.Name,
            ThumbnailUrl = Pictures.Contains(file.MediaType, StringComparer.OrdinalIgnoreCase) ? address : null,
        };
    }
}
