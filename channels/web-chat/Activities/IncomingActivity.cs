using System.Text.Json;

namespace Spark.Channels.WebChat.Activities;

/// <summary>What a client posts, as far as we read it.</summary>
internal sealed record IncomingActivity
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public JsonElement? Entities { get; init; }

    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public Account? From { get; init; }

    public string? Locale { get; init; }

    public string? LocalTimezone { get; init; }
}
