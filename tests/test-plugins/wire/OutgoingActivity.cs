namespace Spark.TestPlugins.Wire;

/// <summary>A reply.</summary>
internal sealed record OutgoingActivity
{
    public string Type { get; set; } = "message";

    public Account? From { get; set; }

    public Account? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? Text { get; set; }

    public string TextFormat { get; set; } = "plain";

    public string? Locale { get; set; }
}
