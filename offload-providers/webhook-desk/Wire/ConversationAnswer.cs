namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>A conversation of the desk.</summary>
internal sealed record ConversationAnswer(string? Id, string? State, int? Position, int? WaitSeconds)
{
    private const string Closed = "closed";

    public bool IsClosed => State == Closed;
}
