using Spark.Simulators.Sparkcentral.Contacts;

namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>A message to send as a contact: a known one by id, the one of a conversation, or a new one.</summary>
internal sealed record SendMessage
{
    public string? ContactId { get; init; }

    public string? ConversationId { get; init; }

    public NewContact? Contact { get; init; }

    public string? Text { get; init; }

    public string? Payload { get; init; }

    public bool IsPublic { get; init; }
}
