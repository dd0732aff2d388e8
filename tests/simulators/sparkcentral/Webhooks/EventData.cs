using System.Text.Json;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>Writes the <c>data</c> of an event with the fields that the profile has, in the vendor's order.</summary>
internal static class EventData
{
    /// <summary>For CONVERSATION_STARTED and CONVERSATION_DELEGATED, which have the same shape.</summary>
    public static string OfAssignment(Conversation conversation, WireProfile profile) => WireJson.Write(json =>
    {
        var contact = conversation.Contact;
        json.WriteStartObject();
        json.WriteString("conversationId", conversation.Id);
        WriteMedium(json, contact);
        WriteChannel(json, contact);
        if (profile == WireProfile.Inbox2)
        {
            json.WriteString("language", contact.Language);
        }

        WriteContactProfile(json, contact, withVip: profile != WireProfile.Inbox2);
        WriteAttributes(json, contact.Attributes);
        json.WriteEndObject();
    });

    public static string OfMessage(Conversation conversation, Message message, WireProfile profile) => WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("conversationId", conversation.Id);
        json.WriteStartObject("message");
        if (profile != WireProfile.Classic2019)
        {
            json.WriteString("messageId", message.Id);
        }

        if (message.Text is not null)
        {
            json.WriteString("text", message.Text);
        }

        if (profile != WireProfile.Classic2019 && message.Payload is not null)
        {
            json.WriteString("payload", message.Payload);
        }

        json.WriteEndObject();
        if (profile == WireProfile.Inbox2)
        {
            json.WriteNull("trigger");
            json.WriteStartArray("conversationTopics");
            conversation.Topics.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            WriteChannel(json, conversation.Contact);
            WriteMedium(json, conversation.Contact);
            WriteContactProfile(json, conversation.Contact, withVip: false);
        }

        json.WriteEndObject();
    });

    private static void WriteMedium(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject("medium");
        json.WriteString("id", contact.MediumId);
        json.WriteEndObject();
    }

    private static void WriteChannel(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject("channel");
        json.WriteString("id", contact.ChannelId);
        json.WriteString("name", contact.ChannelName);
        json.WriteEndObject();
    }

    private static void WriteContactProfile(Utf8JsonWriter json, Contact contact, bool withVip)
    {
        json.WriteStartObject("contactProfile");
        json.WriteString("id", contact.Id);
        json.WriteString("mediumContactProfileId", contact.MediumContactProfileId);
        json.WriteString("primaryIdentifier", contact.Name);
        json.WriteString("secondaryIdentifier", contact.Handle);
        json.WriteString("pictureUrl", contact.PictureUrl);
        if (withVip)
        {
            json.WriteBoolean("vip", contact.Vip);
        }

        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, List<ContactAttribute>? attributes)
    {
        if (attributes is null)
        {
            json.WriteNull("contactAttributes");
            return;
        }

        json.WriteStartArray("contactAttributes");
        foreach (var attribute in attributes)
        {
            json.WriteStartObject();
            json.WriteString("attribute", attribute.Attribute);
            json.WriteString("value", attribute.Value);
            json.WriteString("source", attribute.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
