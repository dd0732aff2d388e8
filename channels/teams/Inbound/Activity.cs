using System.Text.Json;

namespace Spark.Channels.Teams.Inbound;

/// <summary>An activity as it was sent. Only its frame is named here; the rest is read where it is needed.</summary>
internal sealed class Activity
{
    public const string Personal = "personal";
    public const string Channel = "channel";
    public const string GroupChat = "groupChat";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private Activity(JsonElement json, string type)
    {
        Json = json;
        Type = type;
        var conversation = json.Object("conversation");
        ConversationId = conversation.Text("id");
        ConversationType = conversation.Text("conversationType") ?? (conversation.IsTrue("isGroup") ? GroupChat : Personal);
        From = json.Object("from");
        Recipient = json.Object("recipient");
        ChannelData = json.Object("channelData");
    }

    public JsonElement Json { get; }

    public string Type { get; }

    public string? Id => Json.Text("id");

    public string? Name => Json.Text("name");

    public string? ChannelId => Json.Text("channelId");

    public string? ServiceUrl => Json.Text("serviceUrl");

    public string? ReplyToId => Json.Text("replyToId");

    public string? ConversationId { get; }

    public string ConversationType { get; }

    public bool IsPersonal => ConversationType == Personal;

    public JsonElement From { get; }

    public JsonElement Recipient { get; }

    public JsonElement ChannelData { get; }

    /// <summary>What a press or an invoke carries; undefined for none.</summary>
    public JsonElement Value => Json.Field("value");

    /// <summary>The tenant; null when none is named, or two that differ.</summary>
    public string? TenantId
    {
        get
        {
            var ofConversation = Json.Object("conversation").Text("tenantId");
            var ofData = ChannelData.Object("tenant").Text("id");
            return ofConversation is null || ofData is null || string.Equals(ofConversation, ofData, StringComparison.OrdinalIgnoreCase)
                ? ofConversation ?? ofData
                : null;
        }
    }

    /// <summary>Reads a body.</summary>
    /// <returns>Null when it is no activity in JSON with a type.</returns>
    public static Activity? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Mend(body), Strict);
            return document.RootElement.Text("type") is { } type ? new Activity(document.RootElement.Clone(), type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
