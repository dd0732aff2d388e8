using Spark.Webhooks;

namespace Spark.Offload;

/// <summary>What a desk's plugin makes of a request: events to store, and the answer to give once they are stored. Since contract 1.2.</summary>
public sealed record DeskReceipt
{
    /// <summary>The events, in order; none when the request was refused or needs none.</summary>
    public IReadOnlyList<DeskEvent> Events { get; init; } = [];

    /// <summary>The answer to give when all events are committed.</summary>
    public required WebhookResponse Answer { get; init; }

    /// <summary>An answer without events: a refusal, or a request that asks for nothing but an answer.</summary>
    /// <param name="answer">The answer.</param>
    public static DeskReceipt Only(WebhookResponse answer) => new() { Answer = answer };

    /// <summary>Events and the answer to give once they are stored.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="events">The events, in order.</param>
    public static DeskReceipt Accept(WebhookResponse answer, params IReadOnlyList<DeskEvent> events) => new() { Events = events, Answer = answer };
}
