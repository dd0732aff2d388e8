using System.Text.Json;
using Spark.Channels;

namespace Spark.Engine.Conversations;

/// <summary>Writes the messages of people, byte for byte as <see cref="ConversationJsonContext"/> would, which writes all other events. A test holds the two together.</summary>
internal static class EventWriter
{
    public static void Write(Utf8JsonWriter json, ConversationEvent happened)
    {
        if (happened is not InboundReceived { Inbound: MessageReceived message } received)
        {
            json.WriteRest(happened);
            return;
        }

        json.WriteStartObject();
        json.WriteString("event"u8, "inbound"u8);
        json.WriteString("channel"u8, received.Channel);
        json.WriteString("channelInstance"u8, received.ChannelInstance);
        json.WriteBoolean("botIsOff"u8, received.BotIsOff);
        json.WriteRest("remembered"u8, received.Remembered);
        json.WriteRest("understood"u8, received.Understood);
        WriteMessage(json, message);
        json.WriteString("at"u8, received.At);
        json.WriteNumber("seed"u8, received.Seed);
        json.WriteText("movedTo"u8, received.MovedTo);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, MessageReceived message)
    {
        json.WriteStartObject("inbound"u8);
        json.WriteString("inbound"u8, "message"u8);
        json.WriteString("messageId"u8, message.MessageId);
        PartWriter.Write(json, message.Parts);
        json.WriteText("choiceToken"u8, message.ChoiceToken);
        json.WriteElement("echo"u8, message.Echo);
        json.WriteString("conversationId"u8, message.ConversationId);
        json.WriteStartArray("keys"u8);
        foreach (var key in message.Keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WritePerson(message.Person);
        json.WriteElement("channelDetails"u8, message.ChannelDetails);
        json.WriteEndObject();
    }
}
