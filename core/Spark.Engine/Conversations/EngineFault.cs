namespace Spark.Engine.Conversations;

/// <summary>Why a turn failed. A fault is a result: the event is logged with it, and the bot's <c>failed</c> dialog answers.</summary>
public sealed record EngineFault
{
    /// <summary>The code: <c>SPK…</c>, or the expression's own.</summary>
    public required string Code { get; init; }

    /// <summary>What happened, in a sentence for the operator, without message text.</summary>
    public required string Message { get; init; }

    /// <summary>The dialog and step where it happened, such as <c>hand-over.urgent</c>.</summary>
    public string? Where { get; init; }
}
