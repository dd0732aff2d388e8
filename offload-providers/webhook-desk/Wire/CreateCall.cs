namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>Gives the desk a conversation.</summary>
internal sealed record CreateCall(
    Uri Callback, string? Name, string Language, string? Queue, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<CreateCall.Line> Transcript)
{
    /// <summary>What was said before.</summary>
    internal sealed record Line(DateTimeOffset At, string From, string Text);
}
