using System.Text.Json.Nodes;
using System.Threading.Channels;
using Spark.Simulators.Desk.Conversations;

namespace Spark.Simulators.Desk.Webhooks;

/// <summary>Takes events in the order in which they happen; they leave in that order, each conversation's on its own.</summary>
internal sealed class WebhookSender(TimeProvider time)
{
    private readonly Channel<WebhookEvent> events = Channel.CreateUnbounded<WebhookEvent>();

    public ChannelReader<WebhookEvent> Events => events.Reader;

    public void Add(DeskConversation conversation, string type, JsonObject data)
    {
        data["eventId"] = Guid.CreateVersion7().ToString();
        data["type"] = type;
        data["conversation"] = conversation.Id;
        data["at"] = time.GetUtcNow();
        events.Writer.TryWrite(new(conversation.Id, conversation.Callback, data.ToJsonString()));
    }
}
