using System.Text;
using System.Text.Json;

namespace Spark.Simulators.Sparkcentral.Tests.Support;

/// <summary>One POST as it arrived at the virtual agent.</summary>
internal sealed record ReceivedEvent(byte[] Body, string SignatureHeader, bool IsSigned, string? ContentType)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public string Key => Json.GetProperty("idempotencyKey").GetString()!;

    public string ConversationId => Json.GetProperty("data").GetProperty("conversationId").GetString()!;

    public string? MessageText => Json.GetProperty("data").GetProperty("message").GetProperty("text").GetString();
}
