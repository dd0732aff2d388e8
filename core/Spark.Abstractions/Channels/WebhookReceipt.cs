using Spark.Webhooks;

namespace Spark.Channels;

/// <summary>What a channel makes of a request: events to store, and the answer to give once they are stored.</summary>
public sealed record WebhookReceipt
{
    /// <summary>
    /// The events, in order; none when the request was refused or needs none. All are of this instance's own conversations, except a
    /// <see cref="ConversationForwarded"/>, which enters the one of the instance that it names.
    /// </summary>
    public IReadOnlyList<InboundEvent> Events { get; init; } = [];

    /// <summary>
    /// The answer to give when all events are committed. On <see cref="ReplyPath.Answer"/> it is what is said when the bot has
    /// nothing to say.
    /// </summary>
    public required WebhookResponse Answer { get; init; }

    /// <summary>An answer without events: a refusal, or a request that asks for nothing but an answer.</summary>
    /// <param name="answer">The answer.</param>
    public static WebhookReceipt Only(WebhookResponse answer) => new() { Answer = answer };

    /// <summary>Events and the answer to give once they are stored.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="events">The events, in order.</param>
    public static WebhookReceipt Accept(WebhookResponse answer, params IReadOnlyList<InboundEvent> events) =>
        new() { Events = events, Answer = answer };
}
