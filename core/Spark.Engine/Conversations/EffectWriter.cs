using System.Text.Json;

namespace Spark.Engine.Conversations;

/// <summary>Writes what the bot says, byte for byte as <see cref="ConversationJsonContext"/> would, which writes all other effects. A test holds the two together.</summary>
internal static class EffectWriter
{
    public static void Write(Utf8JsonWriter json, Effect effect)
    {
        if (effect is not SendMessage message)
        {
            json.WriteRest(effect);
            return;
        }

        json.WriteStartObject();
        json.WriteString("effect"u8, "send"u8);
        PartWriter.Write(json, message.Parts);
        json.WriteString("language"u8, message.Language);
        json.WriteText("agent"u8, message.Agent);
        json.WriteRest("completion"u8, message.Completion);
        json.WriteEndObject();
    }

    public static void WriteAll(Utf8JsonWriter json, IEnumerable<Effect> effects)
    {
        json.WriteStartArray();
        foreach (var effect in effects)
        {
            Write(json, effect);
        }

        json.WriteEndArray();
    }
}
