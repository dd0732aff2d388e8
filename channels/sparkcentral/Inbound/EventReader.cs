using System.Text.Json;
using Spark.Messages;

namespace Spark.Channels.Sparkcentral.Inbound;

/// <summary>Makes Spark's events of a verified webhook's <c>data</c>.</summary>
internal static class EventReader
{
    public const string Started = "CONVERSATION_STARTED";
    public const string Delegated = "CONVERSATION_DELEGATED";
    public const string Inbound = "INBOUND_MESSAGE_RECEIVED";

    public static bool Knows(string? type) => type is Started or Delegated or Inbound;

    public static InboundEvent Read(string type, string conversationId, string key, JsonElement data) => type switch
    {
        Started => new ConversationStarted
        {
            ConversationId = conversationId,
            Keys = [key],
            Person = PersonOf(data),
            ChannelDetails = ChannelDetails.Of(data),
            LinkToken = LinkToken.Of(data),
        },
        Delegated => new ConversationDelegated
        {
            ConversationId = conversationId,
            Keys = [key],
            Person = PersonOf(data),
            ChannelDetails = ChannelDetails.Of(data),
        },
        Inbound => MessageOf(conversationId, key, data),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no event of this type."),
    };

    private static MessageReceived MessageOf(string conversationId, string key, JsonElement data)
    {
        var message = data.Object("message");
        return new MessageReceived
        {
            ConversationId = conversationId,
            Keys = [key],
            Person = PersonOf(data),
            MessageId = message.Text("messageId") ?? key,
            Parts = message.Text("text") is { } text ? [new TextPart(text)] : [],
            ChoiceToken = message.Text("payload"),
        };
    }

    private static Person? PersonOf(JsonElement data)
    {
        var profile = data.Object("contactProfile");
        return profile.Text("id") is { } id
            ? new Person { Id = id, Name = profile.Text("primaryIdentifier"), Language = data.Text("language") }
            : null;
    }
}
