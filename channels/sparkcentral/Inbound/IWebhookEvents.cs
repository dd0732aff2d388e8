using System.Text.Json;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>The events of one kind of webhook.</summary>
internal interface IWebhookEvents
{
    /// <summary>Where below <c>data</c> the conversation is named, for messages.</summary>
    string ConversationField { get; }

    bool Knows(string type);

    string? ConversationOf(JsonElement data);

    /// <summary>The event; null when it says nothing to us.</summary>
    InboundEvent? Read(string type, string conversationId, string key, JsonElement data);
}
