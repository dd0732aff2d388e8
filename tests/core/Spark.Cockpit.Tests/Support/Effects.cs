using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Makes effects of a conversation.</summary>
internal static class Effects
{
    public const string Instance = "web";

    public static DateTimeOffset Noon { get; } = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static OutboxEntry Message(string conversation, long sequence, OutboxStatus status, string text = "a private text") => new()
    {
        Address = new(ConversationKey.Of(Instance, conversation), new(sequence, 0)),
        Instance = Instance,
        ExternalId = conversation,
        Effect = new SendMessage { Parts = [new TextPart(text)], Language = "en" },
        Status = status,
        Epoch = 0,
        Cause = sequence,
        CreatedAt = Noon,
        Attempts = 1,
    };

    public static ListedEffect Listed(OutboxEntry entry, string? reason = "The channel refused it.") => new(entry, reason, 0);
}
