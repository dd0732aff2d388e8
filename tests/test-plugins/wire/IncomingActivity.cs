using System.Text.Json;

namespace Spark.TestPlugins.Wire;

/// <summary>What is read of an activity; the rest is skipped.</summary>
internal sealed record IncomingActivity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? ServiceUrl { get; set; }

    public Account? From { get; set; }

    public Account? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? Text { get; set; }

    public string? Locale { get; set; }

    public JsonElement? Value { get; set; }
}
