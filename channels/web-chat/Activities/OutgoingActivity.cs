using System.Text.Json;

namespace Spark.Channels.WebChat.Activities;

/// <summary>What a client reads. Null members are not written.</summary>
internal sealed record OutgoingActivity
{
    public const string Message = "message";
    public const string Event = "event";

    public required string Type { get; init; }

    public required string Id { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string Timestamp { get; init; }

    public string ChannelId { get; init; } = "directline";

    public required ConversationReference Conversation { get; init; }

    public required Account From { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>Texts of bots and people carry no mark-up.</summary>
    public string? TextFormat => Text is null ? null : "plain";

    public string? InputHint { get; init; }

    public string? Summary { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary><c>carousel</c> or <c>list</c>; null where it makes no difference.</summary>
    public string? AttachmentLayout { get; init; }

    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }
}
