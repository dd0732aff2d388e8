using System.Text.Json;
using Spark.Offload;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>
/// What Sparkcentral writes back to a CRM, which we pose as: the only word that it has of a conversation that its agents have closed
/// (sparkcentral.md, section 3). What it tells of pending conversations is passed over: they go on.
/// </summary>
internal sealed class WriteBackEvents : IWebhookEvents
{
    private const string Resolved = "CONVERSATION_RESOLVED";
    private const string Pending = "CONVERSATION_SET_TO_PENDING";

    public string ConversationField => "conversation.id";

    public bool Knows(string type) => type is Resolved or Pending;

    public string? ConversationOf(JsonElement data) => data.Object("conversation").Text("id");

    public InboundEvent? Read(string type, string conversationId, string key, JsonElement data) => type != Resolved ? null : new ConversationClosed
    {
        ConversationId = conversationId,
        Keys = [key],
        Transcript = [.. data.Items("messages").Where(message => message.Text("text") is not null).Select(message => Line(message, data))],
    };

    private static TranscriptLine Line(JsonElement message, JsonElement data)
    {
        var fromPerson = message.Text("direction") == "INBOUND";
        return new()
        {
            // When each was said is not told.
            At = Timestamp.Read(data.Object("conversation").Text("createdAt")) ?? DateTimeOffset.UnixEpoch,
            FromPerson = fromPerson,
            Agent = fromPerson ? null : NameOf(data.Object("agent")),
            Text = message.Text("text")!,
        };
    }

    private static string NameOf(JsonElement agent) =>
        string.Join(' ', new[] { agent.Text("firstName"), agent.Text("lastName") }.OfType<string>()) is { Length: > 0 } name ? name : "Sparkcentral";
}
