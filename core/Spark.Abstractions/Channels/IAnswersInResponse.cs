using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels;

/// <summary>A channel whose replies are the response to the person's request (<see cref="ReplyPath.Answer"/>).</summary>
public interface IAnswersInResponse
{
    /// <summary>
    /// Renders the messages that the request caused as its response. Called again with the same messages when the sender
    /// delivers again; it must give the same content.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="messages">The messages, oldest first; not empty.</param>
    WebhookResponse Render(WebhookRequest request, IReadOnlyList<OutboundMessage> messages);
}
