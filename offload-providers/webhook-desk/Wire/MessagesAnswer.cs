namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>Messages that were looked for.</summary>
internal sealed record MessagesAnswer(IReadOnlyList<MessagesAnswer.Message>? Messages)
{
    /// <summary>A message of the desk.</summary>
    internal sealed record Message(string? Id);
}
