using System.Text.Json;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>What Sparkcentral tells its virtual agent.</summary>
internal sealed class AgentEvents : IWebhookEvents
{
    public string ConversationField => "conversationId";

    public bool Knows(string type) => EventReader.Knows(type);

    public string? ConversationOf(JsonElement data) => data.Text(ConversationField);

    public InboundEvent? Read(string type, string conversationId, string key, JsonElement data) => EventReader.Read(type, conversationId, key, data);
}
